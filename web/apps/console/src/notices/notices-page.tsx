import { startOfDay, useTranslation, wordFor } from "@lianxin/i18n";
import { type Column, type LampShape, type LampTone, Tag } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Tabs } from "antd";
import { useMemo, useState } from "react";
import { type Notice, type NoticeQuery, sendAgain, useGateway, useNotices } from "../data/asked";
import { FilterSelect, RangeSelect } from "../parts/filters";
import { EmptyList, ListPage } from "../parts/list-page";
import { TimeText } from "../parts/time-text";
import { rangeOf, useFilters } from "../parts/use-filters";
import { useAct } from "../prompts/use-act";
import { useSession } from "../session/session";
import { Faxes } from "./faxes";
import { GatewayForm } from "./gateway-form";
import { Templates } from "./templates";

const TABS = ["list", "faxes", "templates", "gateway"] as const;
const STATES = ["waiting", "sent", "failed"] as const;
const LAMPS: Record<Notice["state"], [LampTone, LampShape]> = {
  waiting: ["hold", "ring"],
  sent: ["ready", "disc"],
  failed: ["failed", "cross"],
};

/** 通知: what is sent to citizens, with which words, and by which gateway. */
export function NoticesPage() {
  const { t } = useTranslation();
  const [tab, setTab] = useState("list");
  const gateway = useGateway();
  const { functions } = useSession();
  const tabs = TABS.filter((key) => key !== "faxes" || functions.includes("fax"));
  const waiting = gateway.data?.counts.waiting ?? 0;
  return (
    <section className="notices" aria-label={t("notices.title")}>
      <Tabs
        className="asked-tabs"
        activeKey={tab}
        onChange={setTab}
        items={tabs.map((key) => ({
          key,
          label: t(`notices.tab.${key}`),
        }))}
      />
      {tab !== "faxes" && gateway.data?.ready === false && (
        <Alert
          className="notices-hint"
          type="warning"
          showIcon
          title={t("notices.noGateway", { count: waiting })}
          description={t("notices.noGatewayHint")}
          action={<Button onClick={() => setTab("gateway")}>{t("notices.tab.gateway")}</Button>}
        />
      )}
      {tab === "list" && <Outbox />}
      {tab === "faxes" && <Faxes />}
      {tab === "templates" && <Templates />}
      {tab === "gateway" && gateway.data && <GatewayForm gateway={gateway.data} />}
    </section>
  );
}

function Outbox() {
  const { t } = useTranslation();
  const { zone } = useSession();
  const { values, set, clear } = useFilters(["range", "state"] as const);
  const list = useNotices({
    ...rangeOf(values.range || "week", startOfDay(Date.now(), zone)),
    ...(values.state === "" ? {} : { state: values.state as NonNullable<NoticeQuery["state"]> }),
  });
  return (
    <ListPage
      name="notices"
      title={t("notices.title")}
      label={t("notices.title")}
      list={list}
      columns={useNoticeColumns()}
      rowKey={({ id }) => id}
      selected={null}
      onOpen={() => undefined}
      filters={
        <>
          <RangeSelect value={values.range || "week"} onChange={(range) => set({ range })} />
          <FilterSelect
            label={t("notices.field.state")}
            value={values.state}
            onChange={(state) => set({ state })}
            options={STATES.map((value) => ({ value, label: t(`notices.state.${value}`) }))}
          />
        </>
      }
      empty={<EmptyList title={t("notices.empty")} hint={t("notices.emptyHint")} onClear={clear} />}
    />
  );
}

function useNoticeColumns(): Column<Notice>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        key: "created",
        title: t("notices.field.created"),
        width: 192,
        cell: ({ created_at }) => <TimeText at={created_at} />,
      },
      {
        key: "state",
        title: t("notices.field.state"),
        width: 112,
        cell: ({ state }) => (
          <Tag tone={LAMPS[state][0]} shape={LAMPS[state][1]}>
            {t(`notices.state.${state}`)}
          </Tag>
        ),
      },
      {
        key: "number",
        title: t("notices.field.number"),
        width: 136,
        cell: ({ number }) => <span className="lx-figure">{number}</span>,
      },
      {
        key: "text",
        title: t("notices.field.text"),
        cell: ({ text, template }) => text || <span className="lx-faint">{template}</span>,
      },
      {
        key: "error",
        title: t("notices.field.error"),
        width: 168,
        cell: ({ last_error }) =>
          last_error ? wordFor("connections.reason", last_error, last_error) : "—",
      },
      {
        key: "again",
        title: t("notices.field.tries"),
        width: 152,
        cell: (notice) => <Tries notice={notice} />,
      },
    ],
    [t],
  );
}

function Tries({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [busy, act] = useAct();
  const again = async () => {
    await act(() => sendAgain(notice.id));
    await client.invalidateQueries({ queryKey: ["notices"] });
  };
  return (
    <>
      {notice.tries}{" "}
      {notice.state === "failed" && (
        <Button size="small" loading={busy} onClick={() => void again()}>
          {t("notices.again")}
        </Button>
      )}
    </>
  );
}

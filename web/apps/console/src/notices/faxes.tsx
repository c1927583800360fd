import { startOfDay, useTranslation, wordFor } from "@lianxin/i18n";
import { type Column, type LampShape, type LampTone, Tag } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Tooltip } from "antd";
import { useMemo } from "react";
import { cancelFax, type Fax, type FaxQuery, sendFaxAgain, useFaxes } from "../data/asked";
import { FilterSelect, RangeSelect } from "../parts/filters";
import { EmptyList, ListPage } from "../parts/list-page";
import { TimeText } from "../parts/time-text";
import { rangeOf, useFilters } from "../parts/use-filters";
import { useAct } from "../prompts/use-act";
import { useSession } from "../session/session";

const STATES = ["waiting", "sending", "sent", "failed", "cancelled"] as const;
const LAMPS: Record<Fax["state"], [LampTone, LampShape]> = {
  waiting: ["hold", "ring"],
  sending: ["talk", "wave"],
  sent: ["ready", "disc"],
  failed: ["failed", "cross"],
  cancelled: ["off", "dash"],
};

/** 传真: what callers asked for on paper, and how sending it went. */
export function Faxes() {
  const { t } = useTranslation();
  const { zone } = useSession();
  const { values, set, clear } = useFilters(["range", "state"] as const);
  const list = useFaxes({
    ...rangeOf(values.range || "week", startOfDay(Date.now(), zone)),
    ...(values.state === "" ? {} : { state: values.state as NonNullable<FaxQuery["state"]> }),
  });
  return (
    <ListPage
      name="faxes"
      title={t("faxes.title")}
      label={t("faxes.title")}
      list={list}
      columns={useFaxColumns()}
      rowKey={({ id }) => id}
      selected={null}
      onOpen={() => undefined}
      filters={
        <>
          <RangeSelect value={values.range || "week"} onChange={(range) => set({ range })} />
          <FilterSelect
            label={t("faxes.field.state")}
            value={values.state}
            onChange={(state) => set({ state })}
            options={STATES.map((value) => ({ value, label: t(`faxes.state.${value}`) }))}
          />
        </>
      }
      empty={<EmptyList title={t("faxes.empty")} hint={t("faxes.emptyHint")} onClear={clear} />}
    />
  );
}

function useFaxColumns(): Column<Fax>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        key: "created",
        title: t("faxes.field.created"),
        width: 192,
        cell: ({ created_at }) => <TimeText at={created_at} />,
      },
      {
        key: "state",
        title: t("faxes.field.state"),
        width: 112,
        cell: ({ state }) => (
          <Tag tone={LAMPS[state][0]} shape={LAMPS[state][1]}>
            {t(`faxes.state.${state}`)}
          </Tag>
        ),
      },
      {
        key: "number",
        title: t("faxes.field.number"),
        width: 136,
        cell: ({ number }) => <span className="lx-figure">{number}</span>,
      },
      { key: "title", title: t("faxes.field.title"), cell: ({ title }) => title },
      {
        key: "pages",
        title: t("faxes.field.pages"),
        width: 72,
        cell: ({ pages }) => <span className="lx-figure">{pages}</span>,
      },
      {
        key: "attempts",
        title: t("faxes.field.attempts"),
        width: 264,
        cell: (fax) => <Attempts fax={fax} />,
      },
      {
        key: "acts",
        title: t("faxes.field.acts"),
        width: 128,
        cell: (fax) => <Acts fax={fax} />,
      },
    ],
    [t],
  );
}

/** How the last try ended; all of them when it is pointed at. */
function Attempts({ fax: { attempts, last_error, twice } }: { fax: Fax }) {
  const { t } = useTranslation();
  const lines = attempts.map(({ end }, index) =>
    t("faxes.attempt", { number: index + 1, end: wordFor("faxes.end", end, end) }),
  );
  const last = lines.at(-1) ?? (last_error ? wordFor("faxes.end", last_error, last_error) : "—");
  return (
    <>
      {twice && (
        <Tooltip title={t("faxes.twiceHint")}>
          <span>
            <Tag tone="hold" shape="ring">
              {t("faxes.twice")}
            </Tag>{" "}
          </span>
        </Tooltip>
      )}
      <Tooltip title={lines.length > 1 ? lines.join("；") : ""}>
        <span>{last}</span>
      </Tooltip>
    </>
  );
}

function Acts({ fax: { id, state } }: { fax: Fax }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [busy, act] = useAct();
  const again = async () => {
    await act(() => sendFaxAgain(id));
    await client.invalidateQueries({ queryKey: ["faxes"] });
  };
  const cancel = async () => {
    if (await act(() => cancelFax(id))) void message.success(t("faxes.cancelled"));
    await client.invalidateQueries({ queryKey: ["faxes"] });
  };
  if (state === "failed" || state === "cancelled") {
    return (
      <Button size="small" loading={busy} onClick={() => void again()}>
        {t("faxes.again")}
      </Button>
    );
  }
  if (state !== "waiting") return null;
  return (
    <Button size="small" loading={busy} onClick={() => void cancel()}>
      {t("faxes.cancel")}
    </Button>
  );
}

import type { AuditEntrySummary } from "@lianxin/api";
import { pairOf, startOfDay, useTranslation, wordFor } from "@lianxin/i18n";
import type { Column } from "@lianxin/ui";
import { Select } from "antd";
import { useMemo, useState } from "react";
import { AgentSelect } from "../../shared/components/agent-select";
import { Facts } from "../../shared/components/facts";
import { RangeSelect } from "../../shared/components/filters";
import {
  DetailPanel,
  EmptyList,
  ListPage,
  ListWithDetail,
} from "../../shared/components/list-page";
import { objectWord } from "../../shared/components/object-word";
import { TimeText } from "../../shared/components/time-text";
import { rangeOf, useFilters } from "../../shared/components/use-filters";
import { useSession } from "../../shared/session";
import { useAudit } from "./data";
import { audit as words } from "./locales/zh";
import { sentenceOf } from "./sentence";

const FILTERS = ["range", "person", "action"] as const;

/** Where somebody acted from: the address of a computer; the made-up city's things have none. */
function addressWord(address: string): string {
  return wordFor("audit.from", address, address);
}

/** The act in words where there are some; its code otherwise. */
function actionWord(action: string): string {
  return wordFor("audit.act", action, action);
}

/** Every act of the catalogue, in words, and all of them. */
function useActOptions() {
  const { t } = useTranslation();
  return useMemo(() => {
    const all = { value: "", label: pairOf(t("audit.field.action"), t("common.all")) };
    return [all, ...Object.keys(words.act).map((value) => ({ value, label: actionWord(value) }))];
  }, [t]);
}

function useAuditColumns(): Column<AuditEntrySummary>[] {
  const { t } = useTranslation();
  const { zone } = useSession();
  return useMemo(
    () => [
      { key: "at", title: t("audit.field.at"), width: 192, cell: ({ at }) => <TimeText at={at} /> },
      {
        key: "person",
        title: t("audit.field.person"),
        width: 136,
        cell: ({ person }) =>
          person ? (
            `${person.number} ${person.name}`
          ) : (
            <span className="lx-faint">{t("common.system")}</span>
          ),
      },
      { key: "done", title: t("audit.done"), cell: (entry) => sentenceOf(entry, zone) },
      {
        key: "address",
        title: t("audit.field.address"),
        width: 128,
        cell: ({ address }) => <span className="lx-figure">{addressWord(address)}</span>,
      },
    ],
    [t, zone],
  );
}

/** 审计: who did what to what. */
export function AuditPage() {
  const { t } = useTranslation();
  const { zone } = useSession();
  const { values, set, clear, active } = useFilters(FILTERS);
  const [opened, open] = useState<number | null>(null);
  const options = useActOptions();
  const list = useAudit({
    ...rangeOf(values.range || "week", startOfDay(Date.now(), zone)),
    ...(values.person === "" ? {} : { person: values.person }),
    ...(values.action === "" ? {} : { action: values.action }),
  });
  const chosen = list.rows.find(({ id }) => id === opened);
  return (
    <ListWithDetail
      list={
        <ListPage
          name="audit"
          title={t("audit.title")}
          label={t("audit.list")}
          list={list}
          columns={useAuditColumns()}
          rowKey={({ id }) => String(id)}
          selected={opened === null ? null : String(opened)}
          onOpen={({ id }) => open(id)}
          filters={
            <>
              <RangeSelect value={values.range || "week"} onChange={(range) => set({ range })} />
              <AgentSelect value={values.person} onChange={(person) => set({ person })} />
              <Select
                aria-label={t("audit.field.action")}
                showSearch={{ optionFilterProp: "label" }}
                style={{ width: 192 }}
                popupMatchSelectWidth={false}
                value={values.action}
                options={options}
                onChange={(action: string) => set({ action })}
              />
            </>
          }
          empty={
            <EmptyList
              title={t("audit.empty")}
              hint={t("audit.emptyHint")}
              onClear={active ? clear : undefined}
            />
          }
        />
      }
      detail={
        chosen !== undefined && (
          <DetailPanel title={actionWord(chosen.action)} onClose={() => open(null)}>
            <AuditDetail entry={chosen} />
          </DetailPanel>
        )
      }
    />
  );
}

function AuditDetail({ entry }: { entry: AuditEntrySummary }) {
  const { t } = useTranslation();
  const { zone } = useSession();
  const rows: [string, React.ReactNode][] = [
    [t("audit.field.at"), <TimeText key="at" at={entry.at} />],
    [
      t("audit.field.person"),
      entry.person ? `${entry.person.number} ${entry.person.name}` : t("common.system"),
    ],
    [t("audit.field.object"), objectWord(entry, zone)],
    [t("audit.field.address"), addressWord(entry.address) || "—"],
  ];
  const { action, object_type, object_id, data } = entry;
  return (
    <div className="detail">
      <p>{sentenceOf(entry, zone)}</p>
      <Facts items={rows} />
      {entry.withheld ? (
        <p className="lx-soft">{t("audit.withheldHint")}</p>
      ) : (
        <details>
          <summary>{t("audit.technical")}</summary>
          <pre className="data">
            {JSON.stringify({ action, object_type, object_id, data }, null, 2)}
          </pre>
        </details>
      )}
    </div>
  );
}

import type { AuditEntrySummary } from "@lianxin/api";
import { startOfDay, useTranslation, wordFor } from "@lianxin/i18n";
import type { Column } from "@lianxin/ui";
import { useMemo, useState } from "react";
import { AgentSelect } from "../../shared/components/agent-select";
import { RangeSelect, SearchField } from "../../shared/components/filters";
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

const FILTERS = ["range", "person", "action"] as const;

/** The act in words where there are some; its code otherwise. */
function actionWord(action: string): string {
  return wordFor("audit.act", action, action);
}

function brief(data: AuditEntrySummary["data"]): string {
  return Object.entries(data)
    .map(([name, value]) => {
      const told = typeof value === "string" ? value : JSON.stringify(value);
      return `${wordFor("audit.datum", name, name)} ${told}`;
    })
    .join("，");
}

function useAuditColumns(): Column<AuditEntrySummary>[] {
  const { t } = useTranslation();
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
      {
        key: "action",
        title: t("audit.field.action"),
        width: 176,
        cell: ({ action }) => actionWord(action),
      },
      {
        key: "object",
        title: t("audit.field.object"),
        width: 240,
        cell: (entry) => <span className="lx-figure">{objectWord(entry)}</span>,
      },
      {
        key: "data",
        title: t("audit.field.data"),
        cell: ({ data }) => <span className="lx-soft">{brief(data)}</span>,
      },
      {
        key: "address",
        title: t("audit.field.address"),
        width: 128,
        cell: ({ address }) => <span className="lx-figure">{address}</span>,
      },
    ],
    [t],
  );
}

/** 审计: who did what to what. */
export function AuditPage() {
  const { t } = useTranslation();
  const { zone } = useSession();
  const { values, set, clear, active } = useFilters(FILTERS);
  const [chosen, setChosen] = useState<AuditEntrySummary | null>(null);
  const list = useAudit({
    ...rangeOf(values.range || "week", startOfDay(Date.now(), zone)),
    ...(values.person === "" ? {} : { person: values.person }),
    ...(values.action === "" ? {} : { action: values.action }),
  });
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
          selected={chosen === null ? null : String(chosen.id)}
          onOpen={setChosen}
          filters={
            <>
              <RangeSelect value={values.range || "week"} onChange={(range) => set({ range })} />
              <AgentSelect value={values.person} onChange={(person) => set({ person })} />
              <SearchField
                label={t("audit.action")}
                value={values.action}
                width={176}
                onSearch={(action) => set({ action })}
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
        chosen !== null && (
          <DetailPanel
            title={chosen === null ? "" : actionWord(chosen.action)}
            onClose={() => setChosen(null)}
          >
            <AuditDetail entry={chosen} />
          </DetailPanel>
        )
      }
    />
  );
}

function AuditDetail({ entry }: { entry: AuditEntrySummary }) {
  const { t } = useTranslation();
  const rows: [string, React.ReactNode][] = [
    [t("audit.field.at"), <TimeText key="at" at={entry.at} />],
    [
      t("audit.field.person"),
      entry.person ? `${entry.person.number} ${entry.person.name}` : t("common.system"),
    ],
    [t("audit.action"), entry.action],
    [t("audit.field.object"), objectWord(entry)],
    [t("audit.field.address"), entry.address || "—"],
  ];
  return (
    <div className="detail">
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t("audit.field.data")}</h3>
      <pre className="data">{JSON.stringify(entry.data, null, 2)}</pre>
    </div>
  );
}

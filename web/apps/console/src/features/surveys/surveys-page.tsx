import { startOfDay, useTranslation } from "@lianxin/i18n";
import { type Column, DataTable } from "@lianxin/ui";
import { useMemo } from "react";
import { Link } from "react-router";
import { AgentSelect } from "../../shared/components/agent-select";
import { RangeSelect } from "../../shared/components/filters";
import { EmptyList, ListPage, ListWithDetail } from "../../shared/components/list-page";
import { TimeText } from "../../shared/components/time-text";
import { rangeOf, useFilters } from "../../shared/components/use-filters";
import { useSession } from "../../shared/session";
import { type SurveyItem, useSurveyMeans, useSurveys } from "./data";

const FILTERS = ["range", "agent"] as const;
const DAY = 24 * 3600 * 1000;

/** 满意度: what callers answered after their calls, and the means by day and agent. */
export function SurveysPage() {
  const { t } = useTranslation();
  const { zone } = useSession();
  const { values, set, clear, active } = useFilters(FILTERS);
  const today = startOfDay(Date.now(), zone);
  const range = rangeOf(values.range || "week", today);
  const list = useSurveys({ ...range, ...(values.agent === "" ? {} : { agent: values.agent }) });
  const columns = useMemo<Column<SurveyItem>[]>(
    () => [
      { key: "at", title: t("surveys.at"), width: 192, cell: ({ at }) => <TimeText at={at} /> },
      { key: "score", title: t("surveys.score"), width: 80, cell: ({ score }) => score },
      {
        key: "agent",
        title: t("surveys.agent"),
        cell: ({ agent }) => (agent ? `${agent.number} ${agent.name}` : "—"),
      },
      { key: "question", title: t("surveys.question"), width: 144, cell: (row) => row.question },
      {
        key: "call",
        title: t("surveys.call"),
        width: 96,
        cell: ({ call }) => <Link to={`/calls/${call}?range=any`}>{t("surveys.open")}</Link>,
      },
    ],
    [t],
  );
  return (
    <ListWithDetail
      list={
        <ListPage
          name="surveys"
          title={t("surveys.title")}
          label={t("surveys.title")}
          list={list}
          columns={columns}
          rowKey={({ id }) => String(id)}
          selected={null}
          onOpen={() => undefined}
          filters={
            <>
              <RangeSelect
                value={values.range || "week"}
                onChange={(next) => set({ range: next })}
              />
              <AgentSelect value={values.agent} onChange={(agent) => set({ agent })} />
            </>
          }
          empty={
            <EmptyList
              title={t("surveys.empty")}
              hint={t("surveys.emptyHint")}
              onClear={active ? clear : undefined}
            />
          }
        />
      }
      detail={
        list.rows.length > 0 && (
          <aside className="split-detail" aria-label={t("surveys.means")}>
            <header>
              <h2>{t("surveys.means")}</h2>
            </header>
            <div className="split-body">
              <Means
                from={range.from ?? new Date(today - 365 * DAY).toISOString()}
                to={range.to ?? new Date(today + DAY).toISOString()}
              />
            </div>
          </aside>
        )
      }
    />
  );
}

function Means({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation();
  const { data = [] } = useSurveyMeans(from, to);
  type Mean = (typeof data)[number];
  const columns: Column<Mean>[] = [
    { key: "day", title: t("surveys.day"), width: 112, cell: ({ day }) => day },
    {
      key: "agent",
      title: t("surveys.agent"),
      cell: ({ agent, name }) => (agent ? `${agent} ${name}` : "—"),
    },
    {
      key: "mean",
      title: t("surveys.mean"),
      width: 72,
      align: "end",
      cell: ({ mean }) => mean.toFixed(2),
    },
    {
      key: "answers",
      title: t("surveys.answers"),
      width: 72,
      align: "end",
      cell: ({ answers }) => answers,
    },
  ];
  return (
    <DataTable
      label={t("surveys.means")}
      columns={columns}
      rows={data}
      rowKey={({ day, agent, question }) => `${day} ${agent} ${question}`}
      selected={null}
      onOpen={() => undefined}
    />
  );
}

import { startOfDay, useTranslation } from "@lianxin/i18n";
import { type Column, DataTable } from "@lianxin/ui";
import { useMemo } from "react";
import { Link } from "react-router";
import { AgentSelect } from "../../shared/components/agent-select";
import { Facts } from "../../shared/components/facts";
import { RangeSelect } from "../../shared/components/filters";
import {
  DetailPanel,
  EmptyList,
  ListPage,
  ListWithDetail,
} from "../../shared/components/list-page";
import { TimeText } from "../../shared/components/time-text";
import { rangeOf, useFilters } from "../../shared/components/use-filters";
import { useOpened } from "../../shared/components/use-opened";
import { useSession } from "../../shared/session";
import { CallDetailView } from "../calls";
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
        cell: ({ call }) =>
          call === "" ? (
            <span className="lx-faint">—</span>
          ) : (
            <Link to={`/calls/${call}?range=any`}>{t("surveys.open")}</Link>
          ),
      },
    ],
    [t],
  );
  const [opened, open] = useOpened();
  const answer = list.rows.find(({ id }) => String(id) === opened);
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
          selected={opened}
          onOpen={({ id }) => open(String(id))}
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
        answer !== undefined ? (
          <DetailPanel title={t("surveys.one")} onClose={() => open(null)}>
            <SurveyDetail key={answer.id} answer={answer} />
          </DetailPanel>
        ) : (
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
        )
      }
    />
  );
}

/** One answer, and the call after which it was given. */
function SurveyDetail({ answer }: { answer: SurveyItem }) {
  const { t } = useTranslation();
  const { at, score, question, agent, call } = answer;
  return (
    <>
      <div className="detail">
        <Facts
          items={[
            [t("surveys.at"), <TimeText key="at" at={at} />],
            [t("surveys.question"), question],
            [t("surveys.score"), score],
            [t("surveys.agent"), agent ? `${agent.number} ${agent.name}` : "—"],
          ]}
        />
        <h3>{t("surveys.call")}</h3>
        {call === "" && <p className="lx-soft">{t("surveys.withheld")}</p>}
      </div>
      {call !== "" && <CallDetailView id={call} />}
    </>
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
    />
  );
}

import { duration, useTranslation, wordFor } from "@lianxin/i18n";
import { type Column, DataTable, Empty, Skeleton, useNow } from "@lianxin/ui";
import { useMemo } from "react";
import { Link } from "react-router";
import { DateField } from "../../shared/components/date-field";
import { Facts } from "../../shared/components/facts";
import { DetailPanel, ListWithDetail } from "../../shared/components/list-page";
import { LoadFailure } from "../../shared/components/load-failure";
import { useFilters } from "../../shared/components/use-filters";
import { useOpened } from "../../shared/components/use-opened";
import { readDay } from "../../shared/formats/written-day";
import { type AgentNotReady, useNotReady } from "./data";

const FILTERS = ["day"] as const;
const SECOND = 1000;

/** 示忙时长: how long each agent took no calls on a day, and why. */
export function AgentsPage() {
  const { t } = useTranslation();
  const { values, set } = useFilters(FILTERS);
  const day = readDay(values.day) ?? "";
  const found = useNotReady(day);
  const [opened, open] = useOpened();
  const row = found.data?.items.find(({ agent }) => agent.number === opened);
  return (
    <ListWithDetail
      list={
        <section className="list" aria-label={t("agents.title")}>
          <header className="list-head">
            <h1>{t("agents.title")}</h1>
            <search className="list-filters">
              <DateField
                aria-label={t("agents.day")}
                value={day || (found.data?.day ?? "")}
                onChange={(next) => set({ day: next })}
              />
            </search>
          </header>
          <div className="list-body">
            <Times found={found} opened={opened} onOpen={open} />
          </div>
        </section>
      }
      detail={
        row !== undefined && (
          <DetailPanel title={`${row.agent.number} ${row.agent.name}`} onClose={() => open(null)}>
            <AgentTimes row={row} />
          </DetailPanel>
        )
      }
    />
  );
}

function Times({
  found,
  opened,
  onOpen,
}: {
  found: ReturnType<typeof useNotReady>;
  opened: string | null;
  onOpen: (number: string) => void;
}) {
  const { t } = useTranslation();
  const columns = useColumns();
  const { data, error, refetch } = found;
  if (data === undefined && error) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) return <Skeleton rows={8} label={t("common.loading")} />;
  if (data.items.length === 0) {
    return <Empty title={t("agents.empty")} hint={t("agents.emptyHint")} />;
  }
  return (
    <DataTable
      label={t("agents.title")}
      columns={columns}
      rows={data.items}
      rowKey={({ agent }) => agent.number}
      selected={opened}
      onOpen={({ agent }) => onOpen(agent.number)}
    />
  );
}

/** How long one agent took no calls, reason by reason. */
function AgentTimes({ row: { agent, seconds, running, reasons } }: { row: AgentNotReady }) {
  const { t } = useTranslation();
  return (
    <div className="detail">
      <Facts
        items={[
          [t("agents.sum"), duration(seconds * SECOND)],
          [t("agents.now"), running ? <Now key="now" {...running} /> : "—"],
        ]}
      />
      <h3>{t("agents.reasons")}</h3>
      <ul className="links">
        {reasons.map((each) => (
          <li key={each.reason} className="lx-figure">
            {reasonOf(t, each)}
          </li>
        ))}
      </ul>
      <p>
        <Link to={`/calls?range=any&agent=${agent.number}`}>{t("agents.calls")}</Link>
      </p>
    </div>
  );
}

/** A reason, how often and how long. */
function reasonOf(
  t: ReturnType<typeof useTranslation>["t"],
  { reason, seconds, times }: AgentNotReady["reasons"][number],
): string {
  const length = duration(seconds * SECOND);
  return t("agents.reason", { reason: wordFor("phone.reason", reason, reason), times, length });
}

function useColumns(): Column<AgentNotReady>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        key: "agent",
        title: t("agents.agent"),
        width: 160,
        cell: ({ agent }) => `${agent.number} ${agent.name}`,
      },
      {
        key: "sum",
        title: t("agents.sum"),
        width: 104,
        align: "end",
        cell: ({ seconds }) => <span className="lx-figure">{duration(seconds * SECOND)}</span>,
      },
      {
        key: "now",
        title: t("agents.now"),
        width: 192,
        cell: ({ running }) => (running ? <Now {...running} /> : "—"),
      },
      {
        key: "reasons",
        title: t("agents.reasons"),
        cell: ({ reasons }) => (
          <span className="lx-figure">{reasons.map((each) => reasonOf(t, each)).join(" · ")}</span>
        ),
      },
    ],
    [t],
  );
}

/** Why somebody takes no calls now, and for how long already. */
function Now({ reason, since }: { reason: string; since: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const words = wordFor("phone.reason", reason, reason);
  const length = duration(now - Date.parse(since));
  return <span className="lx-figure">{t("agents.since", { reason: words, length })}</span>;
}

import { duration, useTranslation, wordFor } from "@lianxin/i18n";
import { type Column, DataTable, Empty, Skeleton, useNow } from "@lianxin/ui";
import { useMemo } from "react";
import { DateField } from "../../shared/components/date-field";
import { LoadFailure } from "../../shared/components/load-failure";
import { useFilters } from "../../shared/components/use-filters";
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
  return (
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
        <Times found={found} />
      </div>
    </section>
  );
}

function Times({ found }: { found: ReturnType<typeof useNotReady> }) {
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
      selected={null}
      onOpen={() => undefined}
    />
  );
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
          <span className="lx-figure">
            {reasons
              .map(({ reason, seconds, times }) =>
                t("agents.reason", {
                  reason: wordFor("phone.reason", reason, reason),
                  times,
                  length: duration(seconds * SECOND),
                }),
              )
              .join(" · ")}
          </span>
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

import type { CallSummary } from "@lianxin/api";
import { startOfDay, useTranslation } from "@lianxin/i18n";
import type { Column } from "@lianxin/ui";
import { Checkbox } from "antd";
import { useMemo } from "react";
import { useNavigate, useParams } from "react-router";
import { AgentSelect } from "../../shared/components/agent-select";
import { FilterSelect, RangeSelect, SearchField } from "../../shared/components/filters";
import {
  DetailPanel,
  EmptyList,
  ListPage,
  ListWithDetail,
} from "../../shared/components/list-page";
import { OutcomeTag } from "../../shared/components/tags";
import { TimeText } from "../../shared/components/time-text";
import { rangeOf, useFilters } from "../../shared/components/use-filters";
import { WayText } from "../../shared/components/way-text";
import { useDispositions } from "../../shared/data/dispositions";
import { dispositionWord } from "../../shared/formats/disposition-word";
import { masked } from "../../shared/formats/number";
import { hasRole, useSession } from "../../shared/session";
import { CallDetailView } from "./call-detail";
import { DurationText, talked, waited } from "./call-facts";
import { type CallQuery, useCalls } from "./data";

const FILTERS = ["range", "agent", "outcome", "disposition", "rec", "q"] as const;
const OUTCOMES = [
  "answered",
  "self_served",
  "transferred",
  "place_kept",
  "unreached",
  "no_choice",
  "message",
  "abandoned",
  "fallback",
  "failed",
  "fax_sent",
  "fax_failed",
] as const;

type Filters = ReturnType<typeof useFilters<(typeof FILTERS)[number]>>;

/** What the address bar says, as the API wants it. */
export function callQuery(values: Filters["values"], today: number): CallQuery {
  const { agent, outcome, disposition, rec, q } = values;
  return {
    ...rangeOf(values.range || "today", today),
    ...(agent === "" ? {} : { agent }),
    ...(outcome === "" ? {} : { outcome: outcome as NonNullable<CallQuery["outcome"]> }),
    ...(disposition === "" ? {} : { disposition }),
    ...(rec === "" ? {} : { has_recording: rec === "1" }),
    ...(q === "" ? {} : { q }),
  };
}

function useCallColumns(): Column<CallSummary>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        key: "started",
        title: t("calls.field.started"),
        width: 176,
        cell: (call) => <TimeText at={call.started_at} />,
      },
      {
        key: "caller",
        title: t("calls.field.caller"),
        width: 136,
        cell: (call) => (
          <span className="lx-figure">
            {call.caller === "" ? t("common.unknownNumber") : masked(call.caller)}
          </span>
        ),
      },
      {
        key: "outcome",
        title: t("calls.outcome.title"),
        width: 128,
        cell: (call) => <OutcomeTag outcome={call.outcome} />,
      },
      {
        key: "disposition",
        title: t("dispositions.call"),
        width: 136,
        cell: ({ disposition }) =>
          disposition === null ? <span className="lx-faint">—</span> : dispositionWord(disposition),
      },
      {
        key: "agent",
        title: t("calls.field.agent"),
        width: 160,
        cell: (call) =>
          call.agent ? (
            `${call.agent.number} ${call.agent.name}`
          ) : (
            <span className="lx-faint">—</span>
          ),
      },
      {
        key: "waited",
        title: t("calls.field.waited"),
        width: 88,
        align: "end",
        cell: (call) => <DurationText span={waited(call)} />,
      },
      {
        key: "talked",
        title: t("calls.field.talked"),
        width: 88,
        align: "end",
        cell: (call) => <DurationText span={talked(call)} />,
      },
      {
        key: "way",
        title: t("calls.field.way"),
        cell: (call) => <WayText way={call.way} names={call.node_names} keys={call.keys} />,
      },
      {
        key: "line",
        title: t("calls.field.line"),
        width: 136,
        cell: (call) => `${call.line} · ${t(`calls.source.${call.source}`)}`,
      },
      {
        key: "recordings",
        title: t("calls.field.recording"),
        width: 72,
        align: "end",
        cell: (call) => <Count value={call.recordings} />,
      },
      {
        key: "cases",
        title: t("cases.title"),
        width: 72,
        align: "end",
        cell: (call) => <Count value={call.cases} />,
      },
    ],
    [t],
  );
}

function Count({ value }: { value: number }) {
  return value === 0 ? (
    <span className="lx-faint">—</span>
  ) : (
    <span className="lx-figure">{value}</span>
  );
}

export function CallsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id } = useParams();
  const { zone } = useSession();
  const filters = useFilters(FILTERS);
  const today = startOfDay(Date.now(), zone);
  const list = useCalls(callQuery(filters.values, today));
  const open = (call: string | null) =>
    void navigate({
      pathname: call === null ? "/calls" : `/calls/${call}`,
      search: filters.search,
    });
  const row = list.rows.find((call) => call.id === id);
  return (
    <ListWithDetail
      list={
        <ListPage
          name="calls"
          title={t("calls.title")}
          label={t("calls.list")}
          list={list}
          columns={useCallColumns()}
          rowKey={(call) => call.id}
          selected={id ?? null}
          onOpen={(call) => open(call.id)}
          filters={<CallFilters filters={filters} />}
          empty={
            <EmptyList
              title={t("calls.empty")}
              hint={t("calls.emptyHint")}
              onClear={filters.active ? filters.clear : undefined}
            />
          }
        />
      }
      detail={
        id !== undefined && (
          <DetailPanel
            onClose={() => open(null)}
            title={row ? t("calls.one", { caller: masked(row.caller) }) : t("calls.title")}
          >
            <CallDetailView key={id} id={id} />
          </DetailPanel>
        )
      }
    />
  );
}

function CallFilters({ filters: { values, set } }: { filters: Filters }) {
  const { t } = useTranslation();
  const session = useSession();
  const dispositions = useDispositions();
  const supervises = hasRole(session, "supervisor", "administrator");
  return (
    <>
      <RangeSelect value={values.range || "today"} onChange={(range) => set({ range })} />
      {supervises && <AgentSelect value={values.agent} onChange={(agent) => set({ agent })} />}
      <FilterSelect
        label={t("calls.outcome.title")}
        value={values.outcome}
        width={136}
        onChange={(outcome) => set({ outcome })}
        options={OUTCOMES.map((value) => ({ value, label: t(`calls.outcome.${value}`) }))}
      />
      <FilterSelect
        label={t("dispositions.call")}
        value={values.disposition}
        width={176}
        onChange={(disposition) => set({ disposition })}
        options={(dispositions.data ?? []).map((row) => ({
          value: row.code,
          label: dispositionWord(row),
        }))}
      />
      <SearchField
        label={t("calls.field.caller")}
        value={values.q}
        width={160}
        onSearch={(q) => set({ q })}
      />
      <Checkbox
        checked={values.rec === "1"}
        onChange={(event) => set({ rec: event.target.checked ? "1" : "" })}
      >
        {t("calls.withRecording")}
      </Checkbox>
    </>
  );
}

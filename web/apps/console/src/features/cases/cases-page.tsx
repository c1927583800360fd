import type { CaseSummary } from "@lianxin/api";
import { startOfDay, useTranslation } from "@lianxin/i18n";
import type { Column } from "@lianxin/ui";
import { useMemo } from "react";
import { useNavigate, useParams } from "react-router";
import { FilterSelect, RangeSelect, SearchField } from "../../shared/components/filters";
import {
  DetailPanel,
  EmptyList,
  ListPage,
  ListWithDetail,
} from "../../shared/components/list-page";
import { CaseStateTag, UrgencyText } from "../../shared/components/tags";
import { TimeText } from "../../shared/components/time-text";
import { rangeOf, useFilters } from "../../shared/components/use-filters";
import { useSession } from "../../shared/session";
import { CaseDetailView } from "./case-detail";
import { type CaseQuery, useCases } from "./data";
import { CASE_SOURCES, CASE_STATES, CASE_TYPES, URGENCIES } from "./values";

const FILTERS = ["range", "type", "state", "urgency", "source", "q"] as const;

type Filters = ReturnType<typeof useFilters<(typeof FILTERS)[number]>>;

/** What the address bar says, as the API wants it. A search of one character is not asked. */
export function caseQuery(values: Filters["values"], today: number): CaseQuery {
  const { type, state, urgency, source, q } = values;
  const chosen = { type, state, urgency, source, q: q.length < 2 ? "" : q };
  return {
    ...rangeOf(values.range || "any", today),
    ...(Object.fromEntries(
      Object.entries(chosen).filter(([, value]) => value !== ""),
    ) as CaseQuery),
  };
}

function useCaseColumns(): Column<CaseSummary>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        key: "number",
        title: t("cases.field.number"),
        width: 176,
        cell: ({ number }) => <span className="lx-figure">{number}</span>,
      },
      {
        key: "state",
        title: t("cases.state.title"),
        width: 128,
        cell: ({ state }) => <CaseStateTag state={state} />,
      },
      {
        key: "type",
        title: t("cases.type.title"),
        width: 104,
        cell: ({ type }) => t(`cases.type.${type}`),
      },
      { key: "title", title: t("cases.field.title"), cell: ({ title }) => title },
      {
        key: "urgency",
        title: t("cases.urgency.title"),
        width: 96,
        cell: ({ urgency }) => <UrgencyText urgency={urgency} />,
      },
      {
        key: "citizen",
        title: t("cases.field.citizen_name"),
        width: 104,
        cell: ({ citizen_name }) => citizen_name || <span className="lx-faint">—</span>,
      },
      {
        key: "source",
        title: t("cases.source.title"),
        width: 104,
        cell: ({ source }) => t(`cases.source.${source}`),
      },
      {
        key: "by",
        title: t("cases.field.by"),
        width: 112,
        cell: ({ created_by }) =>
          created_by ? `${created_by.number} ${created_by.name}` : t("common.system"),
      },
      {
        key: "created",
        title: t("cases.field.created"),
        width: 184,
        cell: ({ created_at }) => <TimeText at={created_at} />,
      },
    ],
    [t],
  );
}

export function CasesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id } = useParams();
  const { zone } = useSession();
  const filters = useFilters(FILTERS);
  const list = useCases(caseQuery(filters.values, startOfDay(Date.now(), zone)));
  const open = (item: string | null) =>
    void navigate({
      pathname: item === null ? "/cases" : `/cases/${item}`,
      search: filters.search,
    });
  const row = list.rows.find((item) => item.id === id);
  return (
    <ListWithDetail
      list={
        <ListPage
          name="cases"
          title={t("cases.title")}
          label={t("cases.list")}
          list={list}
          columns={useCaseColumns()}
          rowKey={(item) => item.id}
          selected={id ?? null}
          onOpen={(item) => open(item.id)}
          filters={<CaseFilters filters={filters} />}
          empty={
            <EmptyList
              title={t("cases.empty")}
              hint={t("cases.emptyHint")}
              onClear={filters.active ? filters.clear : undefined}
            />
          }
        />
      }
      detail={
        id !== undefined && (
          <DetailPanel
            onClose={() => open(null)}
            title={row ? t("cases.one", { number: row.number }) : t("cases.title")}
          >
            <CaseDetailView key={id} id={id} />
          </DetailPanel>
        )
      }
    />
  );
}

function CaseFilters({ filters: { values, set } }: { filters: Filters }) {
  const { t } = useTranslation();
  return (
    <>
      <SearchField
        label={t("cases.search")}
        value={values.q}
        width={280}
        problem={values.q.length === 1 ? t("cases.searchShort") : undefined}
        onSearch={(q) => set({ q })}
      />
      <RangeSelect value={values.range || "any"} onChange={(range) => set({ range })} />
      <FilterSelect
        label={t("cases.state.title")}
        value={values.state}
        onChange={(state) => set({ state })}
        options={CASE_STATES.map((value) => ({ value, label: t(`cases.state.${value}`) }))}
      />
      <FilterSelect
        label={t("cases.type.title")}
        value={values.type}
        onChange={(type) => set({ type })}
        options={CASE_TYPES.map((value) => ({ value, label: t(`cases.type.${value}`) }))}
      />
      <FilterSelect
        label={t("cases.urgency.title")}
        value={values.urgency}
        width={152}
        onChange={(urgency) => set({ urgency })}
        options={URGENCIES.map((value) => ({ value, label: t(`cases.urgency.${value}`) }))}
      />
      <FilterSelect
        label={t("cases.source.title")}
        value={values.source}
        onChange={(source) => set({ source })}
        options={CASE_SOURCES.map((value) => ({ value, label: t(`cases.source.${value}`) }))}
      />
    </>
  );
}

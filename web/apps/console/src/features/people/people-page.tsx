import type { PersonPassword, PersonSummary } from "@lianxin/api";
import { listOf, useTranslation, wordFor } from "@lianxin/i18n";
import { type Column, Skeleton } from "@lianxin/ui";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { FilterSelect, SearchField } from "../../shared/components/filters";
import {
  DetailPanel,
  EmptyList,
  ListPage,
  ListWithDetail,
} from "../../shared/components/list-page";
import { LoadFailure } from "../../shared/components/load-failure";
import { TimeText } from "../../shared/components/time-text";
import { useFilters } from "../../shared/components/use-filters";
import { ROLES } from "../../shared/roles";
import { type PeopleQuery, usePeople, usePerson, usePowers } from "./data";
import { ImportDialog } from "./import-dialog";
import { NewPersonDialog } from "./new-person";
import { PersonPanel } from "./person-panel";
import { StateTag } from "./state-tag";
import { ToldOnce } from "./told-once";
import "./people.css";

const FILTERS = ["q", "role", "state"] as const;
type Filters = ReturnType<typeof useFilters<(typeof FILTERS)[number]>>;

function queryOf({ q, role, state }: Filters["values"]): PeopleQuery {
  const known = ROLES.find((each) => each === role);
  return {
    ...(q === "" ? {} : { q }),
    ...(known === undefined ? {} : { role: known }),
    ...(state === "" ? {} : { active: state === "on" }),
  };
}

function usePeopleColumns(brief: boolean): Column<PersonSummary>[] {
  const { t } = useTranslation();
  const all = useMemo<Column<PersonSummary>[]>(
    () => [
      {
        key: "number",
        title: t("people.field.number"),
        width: 104,
        cell: ({ number }) => <span className="lx-figure">{number}</span>,
      },
      { key: "name", title: t("people.field.name"), width: 144, cell: ({ name }) => name },
      {
        key: "state",
        title: t("people.field.state"),
        width: 152,
        cell: (person) => <StateTag person={person} />,
      },
      {
        key: "roles",
        title: t("people.field.held"),
        cell: ({ roles, rights }) =>
          listOf([...roles, ...rights].map((each) => wordFor("common.role", each, each))) || (
            <span className="lx-faint">{t("people.nothing")}</span>
          ),
      },
      {
        key: "last_login",
        title: t("people.field.last_login"),
        width: 192,
        cell: ({ last_login: last }) =>
          last === null ? (
            <span className="lx-faint">{t("people.never")}</span>
          ) : (
            <TimeText at={last} />
          ),
      },
      {
        key: "expires_on",
        title: t("people.field.expires_on"),
        width: 128,
        cell: ({ expires_on: day }) =>
          day === null ? (
            <span className="lx-faint">{t("people.forGood")}</span>
          ) : (
            <span className="lx-figure">{day}</span>
          ),
      },
    ],
    [t],
  );
  return brief ? all.slice(0, 3) : all;
}

/** 人员: who works here, with which roles, and whether they can come in. */
export function PeoplePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id } = useParams();
  const filters = useFilters(FILTERS);
  const [making, setMaking] = useState(false);
  const [importing, setImporting] = useState(false);
  const [told, setTold] = useState<PersonPassword | null>(null);
  const powers = usePowers();
  const list = usePeople(queryOf(filters.values));
  const open = (key: number | null) =>
    void navigate({
      pathname: key === null ? "/people" : `/people/${key}`,
      search: filters.search,
    });
  return (
    <ListWithDetail
      list={
        <>
          <ListPage
            name="people"
            title={t("people.title")}
            label={t("people.list")}
            list={list}
            columns={usePeopleColumns(id !== undefined)}
            rowKey={(person) => String(person.id)}
            selected={id ?? null}
            onOpen={(person) => open(person.id)}
            newestFirst={false}
            filters={<PeopleFilters filters={filters} />}
            acts={
              powers.data?.acts.includes("add") && (
                <>
                  <Button onClick={() => setImporting(true)}>{t("people.import.open")}</Button>
                  <Button type="primary" onClick={() => setMaking(true)}>
                    {t("people.make")}
                  </Button>
                </>
              )
            }
            empty={
              <EmptyList
                title={t("people.empty")}
                hint={t("people.emptyHint")}
                onClear={filters.active ? filters.clear : undefined}
              />
            }
          />
          {making && powers.data !== undefined && (
            <NewPersonDialog
              powers={powers.data}
              onClose={() => setMaking(false)}
              onMade={(made) => {
                setTold(made);
                open(made.person.id);
              }}
            />
          )}
          {importing && <ImportDialog onClose={() => setImporting(false)} />}
          {told !== null && <ToldOnce told={told} onClose={() => setTold(null)} />}
        </>
      }
      detail={id !== undefined && <PersonDetail id={Number(id)} onClose={() => open(null)} />}
    />
  );
}

function PersonDetail({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation();
  const person = usePerson(id);
  const powers = usePowers();
  const title = person.data ? `${person.data.number} ${person.data.name}` : t("people.title");
  return (
    <DetailPanel title={title} onClose={onClose}>
      {person.isError && person.data === undefined && (
        <LoadFailure error={person.error} onRetry={() => void person.refetch()} />
      )}
      {person.isPending && <Skeleton rows={6} label={t("common.loading")} />}
      {person.data !== undefined && powers.data !== undefined && (
        <PersonPanel person={person.data} powers={powers.data} />
      )}
    </DetailPanel>
  );
}

function PeopleFilters({ filters: { values, set } }: { filters: Filters }) {
  const { t } = useTranslation();
  return (
    <>
      <SearchField label={t("people.search")} value={values.q} onSearch={(q) => set({ q })} />
      <FilterSelect
        label={t("people.field.roles")}
        value={values.role}
        width={152}
        onChange={(role) => set({ role })}
        options={ROLES.map((value) => ({ value, label: wordFor("common.role", value, value) }))}
      />
      <FilterSelect
        label={t("people.field.state")}
        value={values.state}
        onChange={(state) => set({ state })}
        options={(["on", "off"] as const).map((value) => ({
          value,
          label: t(`people.state.${value}`),
        }))}
      />
    </>
  );
}

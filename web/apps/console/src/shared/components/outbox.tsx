import { startOfDay, useTranslation, wordFor } from "@lianxin/i18n";
import { type Column, type LampShape, type LampTone, Tag } from "@lianxin/ui";
import type { ReactNode } from "react";
import type { ListQuery } from "../data/lists";
import { useSession } from "../session";
import { FilterSelect, RangeSelect } from "./filters";
import { DetailPanel, EmptyList, ListPage, ListWithDetail } from "./list-page";
import { TimeText } from "./time-text";
import { rangeOf, useFilters } from "./use-filters";
import { useOpened } from "./use-opened";

/** What is sent to citizens, whatever carries it. */
interface Sent<State extends string> {
  id: string;
  created_at: string;
  number: string;
  state: State;
}

type OutboxName = "notices" | "faxes";
export type Lamps<State extends string> = Readonly<Record<State, readonly [LampTone, LampShape]>>;

/** Which part of an outbox is looked at: by default all of the last seven days. */
export function useOutboxFilter<State extends string>() {
  const { zone } = useSession();
  const filters = useFilters(["range", "state"] as const);
  const range = filters.values.range || "week";
  const state = filters.values.state as State | "";
  const query = {
    ...rangeOf(range, startOfDay(Date.now(), zone)),
    ...(state === "" ? {} : { state }),
  };
  return { ...filters, range, query };
}

/** An outbox as a list. `lamps`: the states that its rows can be in, and how each is shown. */
export function Outbox<State extends string, Row extends Sent<State>>({
  name,
  lamps,
  filter: { values, range, set, clear, active },
  list,
  columns,
  detail,
}: {
  name: OutboxName;
  lamps: Lamps<State>;
  filter: ReturnType<typeof useOutboxFilter<State>>;
  list: ListQuery<Row>;
  columns: readonly Column<Row>[];
  detail: (row: Row) => ReactNode;
}) {
  const { t } = useTranslation();
  const [opened, open] = useOpened();
  const row = list.rows.find(({ id }) => id === opened);
  const page = (
    <ListPage
      name={name}
      title={t(`${name}.title`)}
      label={t(`${name}.title`)}
      list={list}
      columns={columns}
      rowKey={({ id }) => id}
      selected={opened}
      onOpen={({ id }) => open(id)}
      filters={
        <>
          <RangeSelect value={range} onChange={(next) => set({ range: next })} />
          <FilterSelect
            label={t(`${name}.field.state`)}
            value={values.state}
            onChange={(state) => set({ state })}
            options={Object.keys(lamps).map((value) => ({
              value,
              label: wordFor(`${name}.state`, value, value),
            }))}
          />
        </>
      }
      empty={
        <EmptyList
          title={t(`${name}.empty`)}
          hint={t(`${name}.emptyHint`)}
          onClear={active ? clear : undefined}
        />
      }
    />
  );
  return (
    <ListWithDetail
      list={page}
      detail={
        row !== undefined && (
          <DetailPanel title={t(`${name}.one`)} onClose={() => open(null)}>
            {detail(row)}
          </DetailPanel>
        )
      }
    />
  );
}

/** When it was asked for, how far it is, and to whom it goes. */
export function firstColumns<State extends string, Row extends Sent<State>>(
  t: ReturnType<typeof useTranslation>["t"],
  name: OutboxName,
  lamps: Lamps<State>,
): Column<Row>[] {
  return [
    {
      key: "created",
      title: t(`${name}.field.created`),
      width: 192,
      cell: ({ created_at }) => <TimeText at={created_at} />,
    },
    {
      key: "state",
      title: t(`${name}.field.state`),
      width: 112,
      cell: ({ state }) => (
        <Tag tone={lamps[state][0]} shape={lamps[state][1]}>
          {wordFor(`${name}.state`, state, state)}
        </Tag>
      ),
    },
    {
      key: "number",
      title: t(`${name}.field.number`),
      width: 136,
      cell: ({ number }) => <span className="lx-figure">{number}</span>,
    },
  ];
}

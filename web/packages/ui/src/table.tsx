import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from "react";

export interface Column<Row> {
  key: string;
  title: string;
  /** The title is for those who listen; it is not drawn. */
  quiet?: boolean;
  cell: (row: Row) => ReactNode;
  /** Pixels; the columns without a width share the rest. */
  width?: number;
  align?: "start" | "end";
}

/** Where the keyboard goes from row `index` of `count`; null when `key` is not ours. */
export function nextRow(key: string, index: number, count: number): number | null {
  if (key === "ArrowDown") return Math.min(count - 1, index + 1);
  if (key === "ArrowUp") return Math.max(0, index - 1);
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return null;
}

/** What a column without a width needs before the table scrolls instead (px). */
const READABLE = 176;

/** Narrower than this, and names would be cut to their first character. */
export function leastWidth(columns: readonly Pick<Column<never>, "width">[]): number {
  return columns.reduce((sum, { width = READABLE }) => sum + width, 0);
}

/** A click on the row itself: not on a link or a button in it, nor on what one of them opened. */
function isOfRow({ target, currentTarget }: MouseEvent<HTMLTableRowElement>): boolean {
  const within = target instanceof Element && currentTarget.contains(target);
  return within && target.closest("a, button, input, label") === null;
}

/** A list of rows of one height: up and down move, enter opens. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  selected,
  onOpen,
}: {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  selected?: string | null;
  /** Without it the rows only tell: they are no place for the keyboard. */
  onOpen?: ((row: Row) => void) | undefined;
}) {
  const body = useRef<HTMLTableSectionElement>(null);
  const move = (event: KeyboardEvent<HTMLTableRowElement>, index: number, row: Row) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === "Enter") return onOpen?.(row);
    const next = nextRow(event.key, index, rows.length);
    if (next === null) return;
    event.preventDefault();
    (body.current?.rows[next] as HTMLElement | undefined)?.focus();
  };
  const current = rows.findIndex((row) => rowKey(row) === selected);
  return (
    <table className="lx-table" aria-label={label} style={{ minWidth: leastWidth(columns) }}>
      <colgroup>
        {columns.map(({ key, width }) => (
          <col key={key} style={width === undefined ? undefined : { width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ key, title, quiet, align }) => (
            <th key={key} scope="col" className={align === "end" ? "lx-end" : undefined}>
              {quiet ? <span className="lx-visually-hidden">{title}</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row, index) => (
          <tr
            key={rowKey(row)}
            {...(onOpen !== undefined && {
              tabIndex: index === Math.max(0, current) ? 0 : -1,
              "aria-selected": rowKey(row) === selected,
              onClick: (event) => isOfRow(event) && onOpen(row),
              onKeyDown: (event) => move(event, index, row),
            })}
          >
            {columns.map(({ key, cell, align }) => (
              <td key={key} className={align === "end" ? "lx-end" : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

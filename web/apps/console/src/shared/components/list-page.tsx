import { useTranslation } from "@lianxin/i18n";
import { type Column, DataTable, Empty, Skeleton } from "@lianxin/ui";
import { App, Button, Checkbox, Popover } from "antd";
import { type ReactNode, useState } from "react";
import type { ListQuery } from "../data/lists";
import { DirtyContext } from "../form/dirty";
import { useKeys } from "../keys";
import { useTitle } from "../title";
import { isRefusal, LoadFailure } from "./load-failure";
import { useColumns } from "./use-columns";

interface Props<Row> {
  name: string;
  title: string;
  label: string;
  list: ListQuery<Row>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  selected: string | null;
  onOpen: (row: Row) => void;
  filters?: ReactNode;
  /** What can be done on the page, the main act last. */
  acts?: ReactNode;
  empty: ReactNode;
  /** Most lists begin with what is newest, and say so. */
  newestFirst?: boolean;
}

/** Every list: title and count, filters, rows, more. */
export function ListPage<Row>(props: Props<Row>) {
  const { t } = useTranslation();
  const { title, list, filters, acts, columns, name, newestFirst = true } = props;
  const { shown, hidden, toggle } = useColumns(name, columns);
  const count = list.rows.length;
  if (list.isError && count === 0 && isRefusal(list.error)) {
    return <LoadFailure error={list.error} onRetry={() => void list.refetch()} />;
  }
  return (
    <section className="list" aria-label={title}>
      <header className="list-head">
        <h1>{title}</h1>
        <search className="list-filters">{filters}</search>
        <span className="lx-faint lx-figure" role="status">
          {list.data === undefined
            ? ""
            : t("common.shownOf", { count, total: totalText(list.total) })}
          {newestFirst && count > 1 && ` · ${t("common.newestFirst")}`}
        </span>
        <Popover
          trigger="click"
          placement="bottomRight"
          content={
            <div className="columns">
              {columns.map(({ key, title: word }) => (
                <Checkbox key={key} checked={!hidden.has(key)} onChange={() => toggle(key)}>
                  {word}
                </Checkbox>
              ))}
            </div>
          }
        >
          <Button>{t("common.columns")}</Button>
        </Popover>
        {acts}
      </header>
      <div className={list.isPlaceholderData ? "list-body list-stale" : "list-body"}>
        <ListBody {...props} columns={shown} />
      </div>
    </section>
  );
}

/** The server stops counting at 10001. */
function totalText(total: number): string {
  return total > 10_000 ? "10000+" : String(total);
}

function ListBody<Row>({ list, label, columns, rowKey, selected, onOpen, empty }: Props<Row>) {
  const { t } = useTranslation();
  if (list.isPending) return <Skeleton rows={12} label={t("common.loading")} />;
  if (list.isError && list.rows.length === 0) {
    return <LoadFailure error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (list.rows.length === 0) return empty;
  return (
    <>
      <DataTable
        label={label}
        columns={columns}
        rows={list.rows}
        rowKey={rowKey}
        selected={selected}
        onOpen={onOpen}
      />
      {list.hasNextPage && (
        <p className="list-more">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("common.more")}
          </Button>
        </p>
      )}
    </>
  );
}

/** A list, and beside it the row that was chosen; neither covers the call bar. */
export function ListWithDetail({ list, detail }: { list: ReactNode; detail: ReactNode }) {
  return (
    <div className="split">
      {list}
      {detail}
    </div>
  );
}

/** The chosen row; closing it asks first when a form in it has unsaved words. */
export function DetailPanel({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const [dirty] = useState(() => new Set<string>());
  const leave = () => {
    if (dirty.size === 0) return onClose();
    modal.confirm({
      title: t("common.form.leave"),
      content: t("common.form.leaveHint"),
      okText: t("common.close"),
      cancelText: t("common.cancel"),
      onOk: onClose,
    });
  };
  useTitle("object", title);
  useKeys([{ combo: "Escape", label: t("shell.key.escape"), run: leave }]);
  return (
    <aside className="split-detail" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <Button size="small" onClick={leave}>
          {t("common.close")} <kbd>Esc</kbd>
        </Button>
      </header>
      <div className="split-body">
        <DirtyContext value={dirty}>{children}</DirtyContext>
      </div>
    </aside>
  );
}

export function EmptyList({
  title,
  hint,
  onClear,
}: {
  title: string;
  hint: string;
  /** Given when a filter may be the reason. */
  onClear?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const act =
    onClear === undefined ? undefined : <Button onClick={onClear}>{t("common.clear")}</Button>;
  return <Empty title={title} hint={hint} act={act} />;
}

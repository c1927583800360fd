import type { LineRead } from "@lianxin/api";
import { listOf, useTranslation } from "@lianxin/i18n";
import { type Column, DataTable, Empty, Skeleton } from "@lianxin/ui";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { LineTabs } from "../../shared/components/line-tabs";
import { DetailPanel, ListWithDetail } from "../../shared/components/list-page";
import { LoadFailure } from "../../shared/components/load-failure";
import { useLines } from "../../shared/data/lines";
import { mayMake, useAskedToMake } from "../../shared/makers";
import { useSession } from "../../shared/session";
import { EmergencyButton } from "./emergency-button";
import { LinePanel } from "./line-panel";
import { LintCount } from "./lint-list";
import { NewLineDialog } from "./new-line";
import { FlowText, PartTag, UntilText } from "./words";

function useLineColumns(mayChange: boolean, brief: boolean): Column<LineRead>[] {
  const { t } = useTranslation();
  const all = useMemo<Column<LineRead>[]>(
    () => [
      {
        key: "number",
        title: t("lines.field.number"),
        width: 128,
        cell: ({ number }) => <span className="lx-figure">{number}</span>,
      },
      { key: "name", title: t("lines.field.name"), cell: ({ name }) => name },
      {
        key: "now",
        title: t("lines.field.now"),
        width: 320,
        cell: ({ answers }) => (
          <span className="line-now">
            <PartTag part={answers.part} /> <FlowText answers={answers} />
          </span>
        ),
      },
      {
        key: "emergency",
        title: t("lines.field.emergency"),
        width: 160,
        cell: (line) => <EmergencyButton line={line} disabled={!mayChange} />,
      },
      {
        key: "queues",
        title: t("lines.field.queues"),
        width: 144,
        cell: ({ answers }) =>
          listOf(answers.queues) || <span className="lx-faint">{t("lines.noQueue")}</span>,
      },
      {
        key: "calendar",
        title: t("lines.field.calendar"),
        width: 144,
        cell: ({ calendar, mode }) =>
          mode === "auto" ? (
            (calendar?.name ?? <span className="lx-faint">—</span>)
          ) : (
            <span className="lx-tone-hold">{t(`lines.mode.${mode}`)}</span>
          ),
      },
      {
        key: "until",
        title: t("lines.field.until"),
        width: 144,
        cell: ({ answers }) => <UntilText answers={answers} />,
      },
    ],
    [t, mayChange],
  );
  return brief ? all.slice(0, 4) : all;
}

/** 线路: the numbers that citizens dial, what answers each now, and its plan. */
export function LinesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { number } = useParams();
  const session = useSession();
  const mayChange = mayMake(session, "lines");
  const [opening, setOpening] = useState(false);
  useAskedToMake(mayChange, () => setOpening(true));
  const lines = useLines();
  const chosen = lines.data?.find((line) => line.number === number);
  const columns = useLineColumns(mayChange, chosen !== undefined);
  const go = (to: string) => void navigate(to === "" ? "/lines" : `/lines/${to}`);
  return (
    <ListWithDetail
      list={
        <section className="list" aria-label={t("lines.title")}>
          <header className="list-head">
            <LineTabs here="lines" />
            <span className="list-filters">
              <LintCount />
            </span>
            <span className="lx-faint lx-figure" role="status">
              {lines.data && t("lines.count", { count: lines.data.length })}
            </span>
            {mayChange && (
              <Button type="primary" onClick={() => setOpening(true)}>
                {t("lines.open")}
              </Button>
            )}
          </header>
          <div className="list-body">
            {lines.isPending && <Skeleton rows={6} label={t("common.loading")} />}
            {lines.isError && lines.data === undefined && (
              <LoadFailure error={lines.error} onRetry={() => void lines.refetch()} />
            )}
            {lines.data?.length === 0 && (
              <Empty title={t("lines.empty")} hint={t("lines.emptyHint")} />
            )}
            {lines.data !== undefined && lines.data.length > 0 && (
              <DataTable
                label={t("lines.list")}
                columns={columns}
                rows={lines.data}
                rowKey={(line) => line.number}
                selected={number ?? null}
                onOpen={(line) => go(line.number)}
              />
            )}
          </div>
          {opening && <NewLineDialog onClose={() => setOpening(false)} onOpened={go} />}
        </section>
      }
      detail={
        chosen !== undefined && (
          <DetailPanel title={`${chosen.number} ${chosen.name}`} onClose={() => go("")}>
            <LinePanel
              key={chosen.number}
              line={chosen}
              mayChange={mayChange}
              onClosed={() => go("")}
            />
          </DetailPanel>
        )
      }
    />
  );
}

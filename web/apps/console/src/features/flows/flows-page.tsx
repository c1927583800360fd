import { useTranslation } from "@lianxin/i18n";
import { Choice, Code, type Column, Lamp, Tag } from "@lianxin/ui";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { EmptyList, ListPage } from "../../shared/components/list-page";
import { TimeText } from "../../shared/components/time-text";
import { useFilters } from "../../shared/components/use-filters";
import { mayMake, useAskedToMake } from "../../shared/makers";
import { useSession } from "../../shared/session";
import { type FlowItem, useFlows } from "./data";
import { FlowActs, Restore } from "./flow-acts";
import { ImportDialog } from "./import-dialog";
import { type Beginning, NewFlowDialog } from "./new-flow";
import "./flows.css";

const STATES = {
  editing: { tone: "off", shape: "pen" },
  review: { tone: "hold", shape: "ring" },
  approved: { tone: "ready", shape: "disc" },
} as const;

/** What of a flow decides how it is called; `changed`: its draft is not what is published. */
interface Standing {
  draft: { state: keyof typeof STATES };
  published: object | null;
  changed: boolean;
}

/** A draft that nobody has drawn on since it was published is no draft to who reads. */
export function FlowTag({ flow }: { flow: Standing }) {
  const { t } = useTranslation();
  const { state } = flow.draft;
  if (state !== "editing" || flow.published === null) {
    return <Tag {...STATES[state]}>{t(`flows.state.${state}`)}</Tag>;
  }
  if (flow.changed) return <Tag {...STATES.editing}>{t("flows.state.changed")}</Tag>;
  return (
    <Tag tone="ready" shape="disc">
      {t("flows.state.published")}
    </Tag>
  );
}

function Published({ flow }: { flow: FlowItem }) {
  const { t } = useTranslation();
  if (flow.published === null) return <span className="lx-faint">{t("flows.never")}</span>;
  return (
    <>
      {t("flows.version", { number: flow.published.number })}{" "}
      <span className="lx-soft">
        <TimeText at={flow.published.at} brief />
      </span>
    </>
  );
}

function Findings({ errors, warnings }: { errors: number | null; warnings: number | null }) {
  const { t } = useTranslation();
  if (errors === null || warnings === null) {
    return <span className="lx-faint">{t("flows.unchecked")}</span>;
  }
  if (errors === 0 && warnings === 0) {
    return <span className="lx-faint">{t("flows.clean")}</span>;
  }
  return (
    <span className="flow-findings">
      {errors > 0 && (
        <span className="lx-tone-failed">
          <Lamp tone="failed" shape="cross" /> {t("flows.errors", { count: errors })}
        </span>
      )}
      {warnings > 0 && (
        <span className="lx-tone-hold">
          <Lamp tone="hold" shape="bell" /> {t("flows.warnings", { count: warnings })}
        </span>
      )}
    </span>
  );
}

function personWord(person: { number: string; name: string } | null): string {
  return person === null ? "" : `${person.number} ${person.name}`;
}

function useFlowColumns(
  away: boolean,
  onCopy: ((flow: FlowItem) => void) | null,
): Column<FlowItem>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        key: "name",
        title: t("flows.field.name"),
        cell: (flow) => (
          <>
            {flow.name} <Code>{flow.code}</Code>
          </>
        ),
      },
      {
        key: "kind",
        title: t("flows.kind.title"),
        width: 80,
        cell: (flow) => t(`flows.kind.${flow.kind}`),
      },
      {
        key: "state",
        title: t("flows.field.state"),
        width: 152,
        cell: (flow) => <FlowTag flow={flow} />,
      },
      {
        key: "published",
        title: t("flows.field.published"),
        width: 152,
        cell: (flow) => <Published flow={flow} />,
      },
      {
        key: "scheduled",
        title: t("flows.field.scheduled"),
        width: 120,
        cell: (flow) =>
          flow.scheduled === null ? (
            <span className="lx-faint">—</span>
          ) : (
            <TimeText at={flow.scheduled.at} brief />
          ),
      },
      {
        key: "lines",
        title: t("flows.field.lines"),
        width: 112,
        cell: (flow) => <span className="lx-figure">{flow.lines.join(" ") || "—"}</span>,
      },
      {
        key: "findings",
        title: t("flows.field.findings"),
        width: 184,
        cell: (flow) => <Findings errors={flow.errors} warnings={flow.warnings} />,
      },
      {
        key: "updated",
        title: t("flows.field.updated"),
        width: 184,
        cell: (flow) => (
          <>
            <TimeText at={flow.draft.updated_at} brief />{" "}
            <span className="lx-soft">{personWord(flow.draft.updated_by)}</span>
          </>
        ),
      },
      {
        key: "acts",
        title: t("flows.field.acts"),
        quiet: true,
        width: 176,
        align: "end",
        cell: (flow) =>
          !away ? (
            <FlowActs flow={flow} onCopy={onCopy} />
          ) : (
            onCopy !== null && <Restore flow={flow} />
          ),
      },
    ],
    [t, away, onCopy],
  );
}

/** Flows and subflows: their drafts, what is published, the lines that use them. */
export function FlowsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const session = useSession();
  const edits = mayMake(session, "flows");
  const [making, setMaking] = useState<Beginning | null>(null);
  const [importing, setImporting] = useState(false);
  useAskedToMake(edits, () => setMaking({}));
  const { values, set } = useFilters(["put_away"] as const);
  const away = values.put_away === "true";
  const list = useFlows(away);
  const copy = useMemo(
    () =>
      edits
        ? (flow: FlowItem) =>
            setMaking({ copied: flow, name: t("flows.copyOf", { name: flow.name }) })
        : null,
    [edits, t],
  );
  const acts = edits && (
    <>
      <Button onClick={() => setImporting(true)}>{t("flows.import.act")}</Button>
      <Button type="primary" onClick={() => setMaking({})}>
        {t("flows.new.act")}
      </Button>
    </>
  );
  return (
    <>
      <ListPage
        name="flows"
        title={t("flows.title")}
        label={t("flows.list")}
        list={list}
        columns={useFlowColumns(away, copy)}
        rowKey={(flow) => flow.code}
        selected={null}
        // What was put away cannot be read before it is had back.
        onOpen={(flow) => !away && void navigate(`/flows/${flow.code}`)}
        filters={
          <Choice
            label={t("flows.away.show")}
            value={away ? "gone" : "standing"}
            options={(["standing", "gone"] as const).map((value) => ({
              value,
              label: t(`flows.away.${value}`),
            }))}
            onChange={(shown) => set({ put_away: shown === "gone" ? "true" : "" })}
          />
        }
        acts={acts}
        empty={
          away ? (
            <EmptyList title={t("flows.away.empty")} hint={t("flows.away.emptyHint")} />
          ) : (
            <EmptyList title={t("flows.empty")} hint={t("flows.emptyHint")} />
          )
        }
      />
      {making !== null && <NewFlowDialog beginning={making} onClose={() => setMaking(null)} />}
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  );
}

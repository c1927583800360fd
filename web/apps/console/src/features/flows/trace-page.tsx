import {
  EditorStore,
  FlowEditor,
  NODE_TYPES,
  nodeName,
  readDocument,
  shownNode,
  walkedOver,
} from "@lianxin/flow-editor";
import { clock, useTranslation } from "@lianxin/i18n";
import { Empty } from "@lianxin/ui";
import { useMemo } from "react";
import { Link, useParams } from "react-router";
import { NoDataYet } from "../../shared/components/no-data-yet";
import { nodeText } from "../../shared/formats/node-text";
import { useSession } from "../../shared/session";
import { isTold, sentence } from "../calls";
import { type Trace, useFlowVocabulary, useTrace } from "./data";
import { sinceStart } from "./transcript";
import "./flows.css";

type Step = Trace["steps"][number];

const STEPS = ["entered", "exit", "key", "asked", "told", "read", "unread"];

/** What the ledger's own sentences are made of: steps of the flow stand in it as ``node``. */
function entryOf({ node, what, detail, data }: Step) {
  const walked = STEPS.includes(what);
  return walked ? { kind: "node", data: { node, what, detail } } : { kind: what, data };
}

/** The exits that the call took: each node that was entered, and how the one before was left. */
function edgesOf(steps: Trace["steps"]): string[][] {
  const edges: string[][] = [];
  let left: { node: string; exit: string } | null = null;
  for (const { node, what, detail } of steps) {
    if (what === "exit") left = { node, exit: detail };
    if (what !== "entered") continue;
    if (left !== null) edges.push([left.node, left.exit, node]);
    left = null;
  }
  return edges;
}

/** A past call on the version that it ran: where it went, when, with which keys and answers. */
export function TracePage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const trace = useTrace(id);
  const known = useFlowVocabulary();
  // Without the vocabulary a trace is read as well.
  if (!trace.data || known.isPending) return <NoDataYet queries={[trace]} rows={8} />;
  if (trace.data.withheld) return <Empty title={t("flows.trace.withheld")} />;
  if (trace.data.flow === null) return <Empty title={t("flows.trace.empty")} />;
  return <Traced trace={trace.data} vocabulary={known.data?.vocabulary} />;
}

function Traced({
  trace,
  vocabulary,
}: {
  trace: Trace;
  vocabulary: NonNullable<ReturnType<typeof useFlowVocabulary>["data"]>["vocabulary"] | undefined;
}) {
  const { t } = useTranslation();
  const store = useMemo(() => {
    const made = new EditorStore(NODE_TYPES, readDocument(trace.spec, trace.layout), true);
    const visits = trace.steps
      .filter(({ what }) => what === "entered")
      .map(({ node, seconds }) => ({ node, at: seconds }));
    const { nodes } = made.get().document.spec;
    made.overlay({ walked: walkedOver(NODE_TYPES, nodes, visits, edgesOf(trace.steps), null) });
    return made;
  }, [trace]);
  const { flow, call, steps } = trace;
  // As the cards are called; within a subflow as the API says.
  const names = { ...trace.node_names, ...store.get().document.layout.notes };
  return (
    <section className="flow-page" aria-label={t("flows.trace.title")}>
      <header className="flow-head">
        <Link to={`/calls/${call}`} className="flow-back">
          ‹ {t("flows.trace.back")}
        </Link>
        <h1>{t("flows.trace.title")}</h1>
        {flow && (
          <span className="lx-soft">
            {t("flows.version", { number: flow.number })} · {flow.name}
          </span>
        )}
      </header>
      <FlowEditor
        store={store}
        vocabulary={vocabulary ?? NO_VOCABULARY}
        drawer={<TraceSteps steps={steps} store={store} names={names} />}
        beside={(node) => <AtNode node={node} steps={steps} store={store} names={names} />}
      />
    </section>
  );
}

const NO_VOCABULARY = {
  choices: {},
  prompts: new Map<string, never>(),
  languages: ["zh"],
  functions: null,
};

/** What happened at one node, in place of fields that nobody can change here. */
function AtNode({
  node,
  steps,
  store,
  names,
}: {
  node: string | null;
  steps: Trace["steps"];
  store: EditorStore;
  names: Trace["node_names"];
}) {
  const { t } = useTranslation();
  const { spec, layout } = store.get().document;
  if (node === null) return <p className="lx-soft">{t("flows.trace.choose")}</p>;
  const there = steps.filter(
    (step) => step.node !== "" && shownNode(spec.nodes, step.node) === node,
  );
  return (
    <>
      <h2 className="flow-trace-node">{nodeName(node, layout.notes)}</h2>
      {there.length === 0 ? (
        <p className="lx-soft">{t("flows.trace.notHere")}</p>
      ) : (
        <ol className="flow-trace-here" aria-label={t("flows.trace.here")}>
          <StepLines steps={there} store={store} names={names} />
        </ol>
      )}
    </>
  );
}

function TraceSteps({
  steps,
  store,
  names,
}: {
  steps: Trace["steps"];
  store: EditorStore;
  names: Trace["node_names"];
}) {
  const { t } = useTranslation();
  return (
    <section className="flow-drawer flow-drawer-open" aria-label={t("flows.trace.steps")}>
      <ol className="flow-transcript">
        <StepLines steps={steps} store={store} names={names} leads />
      </ol>
    </section>
  );
}

/** Line by line what came of the call. `leads`: each with its node, which leads there. */
function StepLines({
  steps,
  store,
  names,
  leads = false,
}: {
  steps: Trace["steps"];
  store: EditorStore;
  names: Trace["node_names"];
  leads?: boolean;
}) {
  const { t } = useTranslation();
  const { zone } = useSession();
  return steps
    .filter((step) => isTold(entryOf(step)))
    .map((step, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: what happened has no other identity
      <li key={index} className={`flow-line flow-line-${step.what}`}>
        <time className="lx-figure lx-faint" dateTime={step.at} title={clock(step.at, zone)}>
          {sinceStart(step.seconds)}
        </time>
        {leads && step.node !== "" && (
          <button type="button" onClick={() => store.seek(step.node)}>
            {nodeText(step.node, names)}
          </button>
        )}
        {leads && step.node === "" && <span />}
        <span>{sentence(t, entryOf(step), names)}</span>
      </li>
    ));
}

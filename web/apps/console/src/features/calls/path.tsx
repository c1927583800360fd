import type { CallStep } from "@lianxin/api";
import { clock, listOf, useTranslation, wordFor } from "@lianxin/i18n";
import { type NodeNames, nodeText } from "../../shared/formats/node-text";
import { masked } from "../../shared/formats/number";
import { useSession } from "../../shared/session";

type Translate = ReturnType<typeof useTranslation>["t"];

function text(data: CallStep["data"], name: string): string {
  const value = data[name];
  if (Array.isArray(value)) return listOf(value.map(String));
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** What was looked up, and what came of it: `knowledge:ok`. */
function lookUp(detail: string): string {
  const [source = "", outcome] = detail.split(":");
  const asked = wordFor("flows.sim.sources", source, source);
  return outcome === undefined
    ? asked
    : `${asked} · ${wordFor("flows.sim.outcomes", outcome, outcome)}`;
}

/** Exits are told by the node that follows. */
export function isTold({ kind, data }: Pick<CallStep, "kind" | "data">): boolean {
  return kind !== "node" || data.what !== "exit";
}

/** A recording in which nobody spoke: nothing was lost. */
function saidNothing(data: CallStep["data"]): boolean {
  return text(data, "reason") === "no_words";
}

/** Which of the sentences of an entry tells it: by what the entry holds. */
function variant(data: CallStep["data"]): string {
  const given = text(data, "given");
  if (given !== "" && given !== text(data, "caller")) return "_given";
  if (saidNothing(data)) return "_noWords";
  return text(data, "number") === "" ? "_unnamed" : "";
}

/** What a step of the flow may be beside entering a node or pressing a key. */
const ABOUT = ["asked", "told", "read", "unread"] as const;

/** One line of the ledger as a sentence. */
export function sentence(
  t: Translate,
  { kind, data }: Pick<CallStep, "kind" | "data">,
  names: NodeNames = {},
): string {
  const node = nodeText(text(data, "node"), names);
  const detail = text(data, "detail");
  if (kind === "node") {
    const what = text(data, "what");
    if (what === "key") return t("calls.event.key", { key: detail });
    const about = ABOUT.find((each) => each === what) ?? "node";
    const looked = about === "asked" || about === "told";
    return t(`calls.event.${about}`, { node, detail: looked ? lookUp(detail) : detail });
  }
  const reason = text(data, "reason");
  const recording = text(data, "kind");
  const queue = text(data, "queue");
  const end = text(data, "end");
  const values = {
    line: text(data, "line"),
    caller: masked(text(data, "caller")),
    given: masked(text(data, "given")),
    queue: text(data, "queue_name") || wordFor("calls.queue", queue, queue),
    number: text(data, "number"),
    numbers: text(data, "numbers"),
    reason: wordFor("calls.dialReason", reason, reason),
    kind: wordFor("calls.kind", recording, recording),
    end: wordFor("faxes.end", end, end),
    pages: text(data, "pages"),
  };
  const said = wordFor("calls.event", kind, kind, values);
  return wordFor("calls.event", `${kind}${variant(data)}`, said, values);
}

const TONES: Record<string, string> = {
  queued: "hold",
  held: "hold",
  detached: "hold",
  answered: "talk",
  talking: "talk",
  attached: "talk",
  resumed: "talk",
  dialled: "hold",
  dial_answered: "talk",
  missed: "failed",
  offer_lost: "failed",
  lost: "failed",
};

function tone({ kind, data }: CallStep): string {
  return (saidNothing(data) ? undefined : TONES[kind]) ?? "off";
}

/** What happened in the call, in order. */
export function CallPath({ events, names }: { events: readonly CallStep[]; names: NodeNames }) {
  const { t } = useTranslation();
  const { zone } = useSession();
  const steps = events.filter(isTold);
  if (steps.length === 0) return <p className="lx-soft">{t("calls.noPath")}</p>;
  return (
    <ol className="path">
      {steps.map((step) => (
        <li key={step.seq} className={`lx-tone-${tone(step)}`}>
          <time className="lx-figure lx-faint" dateTime={step.at}>
            {clock(step.at, zone)}
          </time>
          <span>{sentence(t, step, names)}</span>
        </li>
      ))}
    </ol>
  );
}

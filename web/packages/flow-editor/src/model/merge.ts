/** Two people changed one draft: what only one of them changed merges by itself. */
import { type FlowDocument, type FlowSpec, type Layout, type SpecNode, same } from "./flow";

export type Side = "mine" | "theirs";

export interface ThreeWay {
  /** What both began with. */
  readonly base: FlowDocument;
  readonly mine: FlowDocument;
  readonly theirs: FlowDocument;
}

/** A node, or a field of the flow's head (`head` true), that both changed, and differently. */
interface Conflict {
  readonly id: string;
  readonly head: boolean;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged {
  readonly document: FlowDocument;
  readonly conflicts: readonly Conflict[];
}

interface Values {
  readonly [name: string]: unknown;
}

/** The side whose value counts without a question; null when both changed it, and differently. */
function undisputed(base: unknown, mine: unknown, theirs: unknown): Side | null {
  if (same(base, mine)) return "theirs";
  return same(base, theirs) || same(mine, theirs) ? "mine" : null;
}

function mergeValues(base: Values, mine: Values, theirs: Values, choose: (id: string) => Side) {
  const values: Record<string, unknown> = {};
  const conflicts: Omit<Conflict, "head">[] = [];
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  for (const id of names) {
    const settled = undisputed(base[id], mine[id], theirs[id]);
    if (settled === null) conflicts.push({ id, mine: mine[id], theirs: theirs[id] });
    const value = (settled ?? choose(id)) === "mine" ? mine[id] : theirs[id];
    if (value !== undefined) values[id] = value;
  }
  return { values, conflicts };
}

function headOf({ nodes: _, ...rest }: FlowSpec): Values {
  return rest;
}

/** `choices` decides the conflicts, by node id or `head:` and a field; theirs unless named. */
export function merge(
  { base, mine, theirs }: ThreeWay,
  choices: Readonly<Record<string, Side>> = {},
): Merged {
  const nodes = mergeValues(
    base.spec.nodes,
    mine.spec.nodes,
    theirs.spec.nodes,
    (id) => choices[id] ?? "theirs",
  );
  const heads = mergeValues(
    headOf(base.spec),
    headOf(mine.spec),
    headOf(theirs.spec),
    (id) => choices[`head:${id}`] ?? "theirs",
  );
  const spec = {
    ...heads.values,
    nodes: nodes.values as Record<string, SpecNode>,
  } as unknown as FlowSpec;
  return {
    document: { spec, layout: mergeLayouts(base.layout, mine.layout, theirs.layout, spec) },
    conflicts: [
      ...heads.conflicts.map((each) => ({ ...each, head: true })),
      ...nodes.conflicts.map((each) => ({ ...each, head: false })),
    ],
  };
}

/** A drawing is nobody's loss: mine wins where both moved the same node. */
function mergeLayouts(base: Layout, mine: Layout, theirs: Layout, spec: FlowSpec): Layout {
  const here = (values: Values) =>
    Object.fromEntries(Object.entries(values).filter(([id]) => id in spec.nodes));
  const side = () => "mine" as const;
  const places = mergeValues(base.nodes, mine.nodes, theirs.nodes, side).values;
  const notes = mergeValues(base.notes, mine.notes, theirs.notes, side).values;
  const frames = same(base.frames, mine.frames) ? theirs.frames : mine.frames;
  return {
    nodes: here({ ...theirs.nodes, ...mine.nodes, ...places }) as Layout["nodes"],
    notes: here(notes) as Layout["notes"],
    frames: frames.flatMap((frame) => {
      const members = frame.members.filter((id) => id in spec.nodes);
      return members.length === 0 ? [] : [{ ...frame, members }];
    }),
  };
}

/** Two people changed one draft: what only one of them changed merges by itself. */
import { freshName } from "./edit";
import {
  type FlowDocument,
  type FlowSpec,
  type Frame,
  type Layout,
  type SpecNode,
  same,
} from "./flow";

export type Side = "mine" | "theirs";

export interface ThreeWay {
  /** What both began with. */
  readonly base: FlowDocument;
  readonly mine: FlowDocument;
  readonly theirs: FlowDocument;
}

/** Of what something is: a node, a field of the flow's head, a node's name, a frame's title. */
type Subject = "node" | "head" | "note" | "frame";

/** What both changed, and differently. */
export interface Conflict {
  readonly part: Subject;
  readonly id: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged {
  readonly document: FlowDocument;
  readonly conflicts: readonly Conflict[];
}

/** Which side a conflict is settled for, by its key. */
export type Choices = Readonly<Record<string, Side>>;

interface Values {
  readonly [name: string]: unknown;
}

type Conflicts = Pick<Conflict, "id" | "mine" | "theirs">[];

/** What a conflict is called among the choices: a node by its id alone. */
export function conflictKey({ part, id }: Pick<Conflict, "part" | "id">): string {
  return part === "node" ? id : `${part}:${id}`;
}

/** The side whose value counts without a question; null when both changed it, and differently. */
function undisputed(base: unknown, mine: unknown, theirs: unknown): Side | null {
  if (same(base, mine)) return "theirs";
  return same(base, theirs) || same(mine, theirs) ? "mine" : null;
}

function mergeValues(
  [base, mine, theirs]: readonly [Values, Values, Values],
  choose: (id: string) => Side,
  settle: (id: string) => Side | null = (id) => undisputed(base[id], mine[id], theirs[id]),
) {
  const values: Record<string, unknown> = {};
  const conflicts: Conflicts = [];
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  for (const id of names) {
    const settled = settle(id);
    if (settled === null) conflicts.push({ id, mine: mine[id], theirs: theirs[id] });
    const value = (settled ?? choose(id)) === "mine" ? mine[id] : theirs[id];
    if (value !== undefined) values[id] = value;
  }
  return { values, conflicts };
}

function headOf({ nodes: _, ...rest }: FlowSpec): Values {
  return rest;
}

/** `choices` decides the conflicts by `conflictKey`; theirs unless named. */
export function merge(given: ThreeWay, choices: Choices = {}): Merged {
  const three = { ...given, mine: withOwnFrames(given) };
  const { base, mine, theirs } = three;
  const choose = (part: Subject) => (id: string) => choices[conflictKey({ part, id })] ?? "theirs";
  const nodes = mergeValues(
    [base.spec.nodes, mine.spec.nodes, theirs.spec.nodes],
    choose("node"),
    (id) => nodeSide(three, id),
  );
  const heads = mergeValues(
    [headOf(base.spec), headOf(mine.spec), headOf(theirs.spec)],
    choose("head"),
  );
  const spec = {
    ...heads.values,
    nodes: nodes.values as Record<string, SpecNode>,
  } as unknown as FlowSpec;
  const notes = mergeNotes(three, spec, choose("note"));
  const frames = mergeFrames(three, spec, choose("frame"));
  const layout: Layout = {
    nodes: mergePlaces(three, spec),
    notes: notes.values as Layout["notes"],
    frames: frames.frames,
  };
  const as = (part: Subject, found: Conflicts): Conflict[] =>
    found.map((each) => ({ ...each, part }));
  return {
    document: { spec, layout },
    conflicts: [
      ...as("head", heads.conflicts),
      ...as("node", nodes.conflicts),
      ...as("note", notes.conflicts),
      ...as("frame", frames.conflicts),
    ],
  };
}

/** As `undisputed`; a node that one took away and the other called something is disputed too. */
function nodeSide({ base, mine, theirs }: ThreeWay, id: string): Side | null {
  const side = undisputed(base.spec.nodes[id], mine.spec.nodes[id], theirs.spec.nodes[id]);
  const renamed = (one: FlowDocument) => one.layout.notes[id] !== base.layout.notes[id];
  const [taken, other] = side === "mine" ? [mine, theirs] : [theirs, mine];
  return side !== null && !(id in taken.spec.nodes) && renamed(other) ? null : side;
}

/** What nodes are called. Where only one side has the node, its name goes with it. */
function mergeNotes(
  { base, mine, theirs }: ThreeWay,
  spec: FlowSpec,
  choose: (id: string) => Side,
) {
  const sides = [base, mine, theirs].map(({ layout }) => here(layout.notes, spec));
  const [before, ours, others] = sides as [Values, Values, Values];
  return mergeValues([before, ours, others], choose, (id) => {
    if (!(id in theirs.spec.nodes)) return "mine";
    if (!(id in mine.spec.nodes)) return "theirs";
    return undisputed(before[id], ours[id], others[id]);
  });
}

function here(values: Values, spec: FlowSpec): Values {
  return Object.fromEntries(Object.entries(values).filter(([id]) => id in spec.nodes));
}

/** Where a node stands is nobody's loss: mine wins where both moved it. */
function mergePlaces({ base, mine, theirs }: ThreeWay, spec: FlowSpec): Layout["nodes"] {
  const [before, ours, others] = [base.layout.nodes, mine.layout.nodes, theirs.layout.nodes];
  const places = mergeValues([before, ours, others], () => "mine").values;
  return here({ ...others, ...ours, ...places }, spec) as Layout["nodes"];
}

/** Mine, its new frames under ids that theirs does not use for other ones. */
function withOwnFrames({ base, mine, theirs }: ThreeWay): FlowDocument {
  const old = new Set(base.layout.frames.map(({ id }) => id));
  const used = new Map(theirs.layout.frames.map((frame) => [frame.id, frame]));
  const own = new Set(mine.layout.frames.map(({ id }) => id));
  const frames = mine.layout.frames.map((frame) => {
    const other = used.get(frame.id);
    if (old.has(frame.id) || other === undefined || same(other, frame)) return frame;
    const id = freshName(frame.id, (name) => used.has(name) || own.has(name) || old.has(name));
    own.add(id);
    return { ...frame, id };
  });
  return { ...mine, layout: { ...mine.layout, frames } };
}

/** A node stands in one frame at most: in which is decided node by node, mine where both moved it. */
function mergeFrames(
  { base, mine, theirs }: ThreeWay,
  spec: FlowSpec,
  choose: (id: string) => Side,
): { frames: Frame[]; conflicts: Conflicts } {
  const sides = [base, mine, theirs].map(({ layout }) => layout.frames);
  const inside = sides.map((frames) =>
    Object.fromEntries(frames.flatMap(({ id, members }) => members.map((node) => [node, id]))),
  );
  const where = mergeValues(inside as [Values, Values, Values], () => "mine").values;
  const titles = sides.map((frames) => Object.fromEntries(frames.map((f) => [f.id, f.title])));
  const [before, ours, others] = titles as [Values, Values, Values];
  const named = mergeValues([before, ours, others], choose, (id) => {
    if (!(id in others)) return "mine";
    if (!(id in ours)) return "theirs";
    return undisputed(before[id], ours[id], others[id]);
  });
  const frames = Object.entries(named.values).flatMap(([id, title]) => {
    const members = Object.keys(spec.nodes).filter((node) => where[node] === id);
    return members.length === 0 ? [] : [{ id, title: String(title), members }];
  });
  const kept = new Set(frames.map(({ id }) => id));
  return { frames, conflicts: named.conflicts.filter(({ id }) => kept.has(id)) };
}

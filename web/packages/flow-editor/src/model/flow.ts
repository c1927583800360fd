/**
 * A flow as the editor holds it. Everything is immutable: an edit gives a new document that
 * shares what did not change, so that a card is drawn again only when its own node changed.
 */

/** One node: its type and the fields that the type's schema names. */
export interface SpecNode {
  readonly type: string;
  readonly [field: string]: unknown;
}

export type NodeMap = Readonly<Record<string, SpecNode>>;

/** The flow's JSON. A draft may be broken; what cannot be read stays as it is. */
export interface FlowSpec {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly nodes: NodeMap;
  readonly [field: string]: unknown;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A titled frame around some nodes. Its rectangle follows from theirs. */
export interface Frame {
  readonly id: string;
  readonly title: string;
  readonly members: readonly string[];
}

/** Where the nodes stand, what is noted on them, and the frames. The switchboard never reads it. */
export interface Layout {
  readonly nodes: Readonly<Record<string, Point>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly frames: readonly Frame[];
}

export interface FlowDocument {
  readonly spec: FlowSpec;
  readonly layout: Layout;
}

/** The rules of `server/lianxin/rules/flow/flow.py` for what a node may be called. */
const NODE_NAME = /^[^\s/.$]{1,64}$/;

export function isNodeName(name: string): boolean {
  return NODE_NAME.test(name);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function point(value: unknown): Point | null {
  if (!isObject(value)) return null;
  const { x, y } = value;
  return typeof x === "number" && typeof y === "number" ? { x, y } : null;
}

function entries<Value>(
  value: unknown,
  read: (value: unknown) => Value | null,
): Record<string, Value> {
  if (!isObject(value)) return {};
  const pairs = Object.entries(value).map(([key, each]) => [key, read(each)] as const);
  return Object.fromEntries(pairs.filter(([, each]) => each !== null)) as Record<string, Value>;
}

function frame(value: unknown): Frame[] {
  if (!isObject(value) || typeof value.id !== "string" || !Array.isArray(value.members)) return [];
  const title = typeof value.title === "string" ? value.title : "";
  return [{ id: value.id, title, members: value.members.map(String) }];
}

/** Read what the server keeps. A layout that is not one is an empty one: the nodes get places. */
export function readDocument(spec: unknown, layout: unknown): FlowDocument {
  const head = isObject(spec) ? spec : {};
  const drawn = isObject(layout) ? layout : {};
  const nodes = entries(head.nodes, (value) =>
    isObject(value) ? ({ ...value, type: String(value.type ?? "") } as SpecNode) : null,
  );
  return {
    spec: {
      ...head,
      id: String(head.id ?? ""),
      title: String(head.title ?? ""),
      start: String(head.start ?? ""),
      nodes,
    },
    layout: {
      nodes: entries(drawn.nodes, point),
      notes: entries(drawn.notes, (value) => (typeof value === "string" ? value : null)),
      frames: Array.isArray(drawn.frames) ? drawn.frames.flatMap(frame) : [],
    },
  };
}

/** Whether two JSON values say the same; the order of an object's keys says nothing. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, index) => same(each, other[index]));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]))
  );
}

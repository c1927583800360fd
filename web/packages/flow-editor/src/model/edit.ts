/** Every change of a document, as a function from the old one to the new one. */
import { exitsOf, mapExits, newNode, withExit } from "./exits";
import type { FlowDocument, FlowSpec, Frame, Layout, NodeMap, Point, SpecNode } from "./flow";
import type { NodeTypes } from "./schema";

export type Edit = (document: FlowDocument) => FlowDocument;

const GRID = 8;

/** Places stand on the grid of the design. */
export function snapped({ x, y }: Point): Point {
  return { x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID };
}

/** `wanted`, or with the first number that makes it new: `menu`, `menu2`, `menu3`. */
export function freshName(wanted: string, taken: (name: string) => boolean): string {
  if (!taken(wanted)) return wanted;
  const stem = wanted.replace(/\d+$/, "") || wanted;
  for (let number = 2; ; number += 1) {
    const name = `${stem}${number}`;
    if (!taken(name)) return name;
  }
}

function withNodes(document: FlowDocument, nodes: NodeMap): FlowDocument {
  return { ...document, spec: { ...document.spec, nodes } };
}

function withLayout(document: FlowDocument, change: Partial<Layout>): FlowDocument {
  return { ...document, layout: { ...document.layout, ...change } };
}

/** Write `change` over node `id`; `undefined` takes a field out, so that its preset counts. */
export function setFields(id: string, change: Readonly<Record<string, unknown>>): Edit {
  return (document) => {
    const node = document.spec.nodes[id];
    if (node === undefined) return document;
    const merged = Object.entries({ ...node, ...change }).filter(
      ([, value]) => value !== undefined,
    );
    const next = Object.fromEntries(merged) as unknown as SpecNode;
    return withNodes(document, { ...document.spec.nodes, [id]: next });
  };
}

/** Change the flow's own fields: title, start, languages. */
export function setHead(change: Partial<FlowSpec>): Edit {
  return (document) => ({ ...document, spec: { ...document.spec, ...change } as FlowSpec });
}

export function setNote(id: string, note: string): Edit {
  return (document) => {
    const { [id]: _, ...rest } = document.layout.notes;
    return withLayout(document, { notes: note === "" ? rest : { ...rest, [id]: note } });
  };
}

/** Move nodes to new places; nothing else is touched. */
export function place(places: Readonly<Record<string, Point>>): Edit {
  return (document) => withLayout(document, { nodes: { ...document.layout.nodes, ...places } });
}

/** Lead the exit `port` of `id` to `target`; "" cuts it. */
export function connect(types: NodeTypes, id: string, port: string, target: string): Edit {
  return (document) => {
    const node = document.spec.nodes[id];
    if (node === undefined) return document;
    const next = withExit(types.get(node.type), node, port, target);
    return next === node ? document : withNodes(document, { ...document.spec.nodes, [id]: next });
  };
}

/** A new node of `type` at `at`. The first one of a flow is its start. */
export function add(types: NodeTypes, id: string, type: string, at: Point): Edit {
  return (document) => {
    const known = types.get(type);
    if (known === undefined) return document;
    const nodes = { ...document.spec.nodes, [id]: newNode(known) };
    const start = document.spec.start in nodes ? document.spec.start : id;
    const spec = { ...document.spec, start, nodes };
    return place({ [id]: snapped(at) })({ ...document, spec });
  };
}

function without<Value>(
  values: Readonly<Record<string, Value>>,
  gone: ReadonlySet<string>,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !gone.has(key)));
}

function mapNodes(nodes: NodeMap, change: (node: SpecNode) => SpecNode): NodeMap {
  return Object.fromEntries(Object.entries(nodes).map(([id, node]) => [id, change(node)]));
}

function keptFrames(
  frames: readonly Frame[],
  member: (id: string) => string | null,
): readonly Frame[] {
  return frames.flatMap((frame) => {
    const members = frame.members.flatMap((id) => member(id) ?? []);
    return members.length === 0 ? [] : [{ ...frame, members }];
  });
}

/** Take nodes away. Exits that led to them lead nowhere; a frame without members is gone. */
export function remove(types: NodeTypes, ids: readonly string[]): Edit {
  return (document) => {
    const gone = new Set(ids);
    const kept = without(document.spec.nodes, gone);
    const nodes = mapNodes(kept, (node) =>
      mapExits(types.get(node.type), node, (target) => (gone.has(target) ? "" : target)),
    );
    const { start, agent_node } = document.spec;
    const spec: FlowSpec = {
      ...document.spec,
      nodes,
      start: gone.has(start) ? "" : start,
      ...(gone.has(String(agent_node)) ? { agent_node: null } : {}),
    };
    const { layout } = document;
    return {
      spec,
      layout: {
        nodes: without(layout.nodes, gone),
        notes: without(layout.notes, gone),
        frames: keptFrames(layout.frames, (id) => (gone.has(id) ? null : id)),
      },
    };
  };
}

function renameKey<Value>(
  values: Readonly<Record<string, Value>>,
  from: string,
  to: string,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key === from ? to : key, value]),
  );
}

/** Give a node another id; every exit, the start and the frames follow. */
export function rename(types: NodeTypes, from: string, to: string): Edit {
  return (document) => {
    if (from === to || !(from in document.spec.nodes)) return document;
    const swap = (id: string) => (id === from ? to : id);
    const nodes = mapNodes(renameKey(document.spec.nodes, from, to), (node) =>
      mapExits(types.get(node.type), node, swap),
    );
    const { start, agent_node } = document.spec;
    const spec: FlowSpec = {
      ...document.spec,
      nodes,
      start: swap(start),
      ...(agent_node === from ? { agent_node: to } : {}),
    };
    const { layout } = document;
    return {
      spec,
      layout: {
        nodes: renameKey(layout.nodes, from, to),
        notes: renameKey(layout.notes, from, to),
        frames: keptFrames(layout.frames, swap),
      },
    };
  };
}

/** Put a titled frame around nodes; each node stands in one frame at most. */
export function group(ids: readonly string[], title: string): Edit {
  return (document) => {
    const inside = new Set(ids.filter((id) => id in document.spec.nodes));
    if (inside.size === 0) return document;
    const others = keptFrames(document.layout.frames, (id) => (inside.has(id) ? null : id));
    const taken = new Set(document.layout.frames.map((frame) => frame.id));
    const id = freshName("frame", (name) => taken.has(name));
    return withLayout(document, { frames: [...others, { id, title, members: [...inside] }] });
  };
}

export function ungroup(frame: string): Edit {
  return (document) =>
    withLayout(document, { frames: document.layout.frames.filter(({ id }) => id !== frame) });
}

export function titleFrame(frame: string, title: string): Edit {
  return (document) =>
    withLayout(document, {
      frames: document.layout.frames.map((each) => (each.id === frame ? { ...each, title } : each)),
    });
}

/** Who leads to `id`: the nodes with an exit to it, in the order of the flow. */
export function callers(types: NodeTypes, nodes: NodeMap, id: string): string[] {
  return Object.entries(nodes)
    .filter(([, node]) => exitsOf(types.get(node.type), node).some(({ target }) => target === id))
    .map(([name]) => name);
}

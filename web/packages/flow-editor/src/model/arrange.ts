/** Give nodes places: dagre, from left to right, in the order of the exits. A frame is laid out by
 * itself and then stands among the rest as one block, so that no other card comes to lie in it. */
import { layout as dagre, Graph } from "@dagrejs/dagre";
import { CARD_WIDTH, cardHeight, FRAME_HEAD, FRAME_PADDING, frameBox } from "./card";
import { snapped } from "./edit";
import { exitsIn, rowsOf } from "./exits";
import type { FlowDocument, Frame, Point } from "./flow";
import type { NodeTypes } from "./schema";
import { type Body, settled } from "./settle";

const GAP = { ranksep: 96, nodesep: 32, edgesep: 16 };

interface Size {
  readonly width: number;
  readonly height: number;
}

type Places = Record<string, Point>;
type Edges = readonly (readonly [string, string])[];

/** The upper left corners of what `sizes` says, drawn with `edges`; the uppermost and leftmost at 0. */
function drawn(sizes: ReadonlyMap<string, Size>, edges: Edges): Places {
  const graph = new Graph();
  graph.setGraph({ rankdir: "LR", ranker: "network-simplex", marginx: 0, marginy: 0, ...GAP });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const [id, size] of sizes) graph.setNode(id, { ...size });
  for (const [from, to] of edges) graph.setEdge(from, to);
  dagre(graph);
  const corners = [...sizes].map(([id, { width, height }]) => {
    const { x, y } = graph.node(id) as Required<Point>;
    return { id, x: x - width / 2, y: y - height / 2 };
  });
  const left = Math.min(...corners.map(({ x }) => x));
  const top = Math.min(...corners.map(({ y }) => y));
  return Object.fromEntries(
    corners.map(({ id, x, y }) => [id, snapped({ x: x - left, y: y - top })]),
  );
}

function edgesAmong(types: NodeTypes, document: FlowDocument, ids: readonly string[]): Edges {
  const inside = new Set(ids);
  return ids.flatMap((id) => {
    const node = document.spec.nodes[id];
    const targets = node ? exitsIn(types, node).map(({ target }) => target) : [];
    return targets.filter((to) => inside.has(to) && to !== id).map((to) => [id, to] as const);
  });
}

/** The start first: what dagre meets first it sets to the left when there are circles. */
function fromStart(types: NodeTypes, document: FlowDocument, ids: readonly string[]): string[] {
  const inside = new Set(ids.filter((id) => id in document.spec.nodes));
  const order: string[] = [];
  const seen = new Set<string>();
  const roots = [document.spec.start, ...ids].filter((id) => inside.has(id));
  for (const root of roots) {
    const waiting = [root];
    while (waiting.length > 0) {
      const id = waiting.shift() as string;
      if (seen.has(id)) continue;
      seen.add(id);
      order.push(id);
      const node = document.spec.nodes[id];
      const targets = node ? exitsIn(types, node).map(({ target }) => target) : [];
      waiting.push(...targets.filter((target) => inside.has(target)));
    }
  }
  return order;
}

/** How high a card is while it is edited: then it is highest. */
function heightIn(types: NodeTypes, document: FlowDocument): (id: string) => number {
  return (id) => {
    const node = document.spec.nodes[id];
    return node ? cardHeight(rowsOf(types, node, false)) : 0;
  };
}

/** What is laid out as one: a card, or a frame with the cards of it that have a place in it. */
interface Block extends Size {
  readonly places: Places;
}

/** By card the frame in which it stands; of several the first. */
function framesByCard({ layout }: FlowDocument): ReadonlyMap<string, Frame> {
  const pairs = layout.frames.flatMap((frame) => frame.members.map((id) => [id, frame] as const));
  return new Map(pairs.reverse());
}

function blockOf(
  types: NodeTypes,
  document: FlowDocument,
  ids: readonly string[],
  framed: boolean,
) {
  const heightOf = heightIn(types, document);
  const sizes = new Map(ids.map((id) => [id, { width: CARD_WIDTH, height: heightOf(id) }]));
  const places = drawn(sizes, edgesAmong(types, document, ids));
  const right = Math.max(...Object.values(places).map(({ x }) => x)) + CARD_WIDTH;
  const bottom = Math.max(...Object.entries(places).map(([id, { y }]) => y + heightOf(id)));
  if (!framed) return { places, width: right, height: bottom };
  return {
    places: moved(places, { x: FRAME_PADDING, y: FRAME_HEAD }),
    width: right + 2 * FRAME_PADDING,
    height: bottom + FRAME_HEAD + FRAME_PADDING,
  };
}

/** What is laid out as one, by a name for it, and under which name a card is. */
function blocksOf(types: NodeTypes, document: FlowDocument, order: readonly string[]) {
  const frames = framesByCard(document);
  const inFrame = (id: string) => frames.has(id);
  const within = (id: string) => {
    const frame = frames.get(id);
    return frame === undefined ? `card ${id}` : `frame ${frame.id}`;
  };
  const members = new Map<string, string[]>();
  for (const id of order) members.set(within(id), [...(members.get(within(id)) ?? []), id]);
  const blocks = new Map<string, Block>();
  for (const [name, ids] of members) {
    blocks.set(name, blockOf(types, document, ids, ids.some(inFrame)));
  }
  return { blocks, within };
}

function moved(places: Places, by: Point): Places {
  return Object.fromEntries(
    Object.entries(places).map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]),
  );
}

/** New places for `ids`; the upper left corner of their drawing stays where it is. What they would
 * come to lie upon makes room. */
export function arranged(
  types: NodeTypes,
  document: FlowDocument,
  ids: readonly string[] = Object.keys(document.spec.nodes),
): Places {
  const order = fromStart(types, document, ids);
  if (order.length === 0) return {};
  const { blocks, within } = blocksOf(types, document, order);
  const edges = edgesAmong(types, document, order)
    .map(([from, to]) => [within(from), within(to)] as const)
    .filter(([from, to]) => from !== to);
  const corners = drawn(blocks, edges);
  const whole = [...blocks].map(([name, { places }]) => moved(places, corners[name] as Point));
  const places: Places = Object.assign({}, ...whole);
  const fresh = moved(places, anchor(document, places));
  return withRoom(types, document, fresh);
}

/** `fresh`, and new places for what would lie under it: first cards, in whichever frame, and then
 * frames, which may have grown by that. */
function withRoom(types: NodeTypes, document: FlowDocument, fresh: Places): Places {
  const fixed = new Set(Object.keys(fresh));
  const { layout } = document;
  const standing = (places: Places, frames: readonly Frame[]): Body[] =>
    bodiesOf(types, {
      ...document,
      layout: { ...layout, frames, nodes: { ...layout.nodes, ...places } },
    });
  const cards = { ...fresh, ...settled(standing(fresh, []), fixed) };
  return { ...cards, ...settled(standing(cards, layout.frames), fixed) };
}

/** What stands in a drawing: its frames with their cards, and the cards in none. */
export function bodiesOf(types: NodeTypes, document: FlowDocument): Body[] {
  const heightOf = heightIn(types, document);
  const { frames, nodes } = document.layout;
  const framed = new Set<string>();
  const found = frames.flatMap((frame): Body[] => {
    const box = frameBox(frame, document, heightOf);
    if (box === null) return [];
    for (const id of frame.members) framed.add(id);
    return [{ ...box, cards: placesOf(nodes, frame.members) }];
  });
  const alone = Object.keys(document.spec.nodes).filter((id) => id in nodes && !framed.has(id));
  const cards = alone.map((id): Body => {
    const size = { width: CARD_WIDTH, height: heightOf(id) };
    return { ...(nodes[id] as Point), ...size, cards: placesOf(nodes, [id]) };
  });
  return [...found, ...cards];
}

function placesOf(nodes: Readonly<Places>, ids: readonly string[]): Places {
  return Object.fromEntries(ids.flatMap((id) => (nodes[id] ? [[id, nodes[id]]] : [])));
}

/** By how much the drawing is moved, so that its corner stays where it was. */
function anchor({ layout }: FlowDocument, places: Places): Point {
  const known = Object.keys(places).flatMap((id) => layout.nodes[id] ?? []);
  if (known.length === 0) return { x: 0, y: 0 };
  const corner = (points: readonly Point[]) => ({
    x: Math.min(...points.map(({ x }) => x)),
    y: Math.min(...points.map(({ y }) => y)),
  });
  const [before, after] = [corner(known), corner(Object.values(places))];
  return { x: before.x - after.x, y: before.y - after.y };
}

/** A document whose every node has a place: where some have none, all are arranged anew. */
export function placed(types: NodeTypes, document: FlowDocument): FlowDocument {
  const missing = Object.keys(document.spec.nodes).filter((id) => !(id in document.layout.nodes));
  if (missing.length === 0) return document;
  const all = missing.length === Object.keys(document.spec.nodes).length;
  const places = all ? arranged(types, document) : beneath(types, document, missing);
  return {
    ...document,
    layout: { ...document.layout, nodes: { ...document.layout.nodes, ...places } },
  };
}

/** The few without a place come below the drawing, so that nothing that was drawn moves. */
function beneath(types: NodeTypes, document: FlowDocument, ids: readonly string[]): Places {
  const heightOf = heightIn(types, document);
  const known = Object.entries(document.layout.nodes);
  const left = Math.min(...known.map(([, { x }]) => x));
  const bottom = Math.max(...known.map(([id, { y }]) => y + heightOf(id)));
  const bare = { ...document, layout: { ...document.layout, nodes: {}, frames: [] } };
  return moved(arranged(types, bare, ids), { x: left, y: bottom + 64 });
}

/** Give nodes places: dagre, from left to right, in the order of the exits. */
import { layout as dagre, Graph } from "@dagrejs/dagre";
import { CARD_WIDTH, cardHeight } from "./card";
import { snapped } from "./edit";
import { exitsIn } from "./exits";
import type { FlowDocument, Point } from "./flow";
import type { NodeTypes } from "./schema";

const GAP = { ranksep: 96, nodesep: 32, edgesep: 16 };

function graphOf(types: NodeTypes, document: FlowDocument, ids: readonly string[]): Graph {
  const graph = new Graph();
  graph.setGraph({ rankdir: "LR", ranker: "network-simplex", marginx: 0, marginy: 0, ...GAP });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of ids) {
    const node = document.spec.nodes[id];
    if (node === undefined) continue;
    const height = cardHeight(exitsIn(types, node).length);
    graph.setNode(id, { width: CARD_WIDTH, height });
  }
  for (const [from, to] of edgesAmong(types, document, ids)) graph.setEdge(from, to);
  return graph;
}

function edgesAmong(types: NodeTypes, document: FlowDocument, ids: readonly string[]) {
  const inside = new Set(ids);
  return ids.flatMap((id) => {
    const node = document.spec.nodes[id];
    const targets = node ? exitsIn(types, node).map(({ target }) => target) : [];
    return targets.filter((to) => inside.has(to) && to !== id).map((to) => [id, to] as const);
  });
}

/** The start first: what dagre meets first it sets to the left when there are circles. */
function fromStart(types: NodeTypes, document: FlowDocument, ids: readonly string[]): string[] {
  const inside = new Set(ids);
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

/** New places for `ids`; the upper left corner of their drawing stays where it is. */
export function arranged(
  types: NodeTypes,
  document: FlowDocument,
  ids: readonly string[] = Object.keys(document.spec.nodes),
): Record<string, Point> {
  const order = fromStart(types, document, ids);
  if (order.length === 0) return {};
  const graph = graphOf(types, document, order);
  dagre(graph);
  const corners = order.map((id) => {
    const { x, y, width, height } = graph.node(id) as Required<
      Point & { width: number; height: number }
    >;
    return { id, x: x - width / 2, y: y - height / 2 };
  });
  const known = order.flatMap((id) => document.layout.nodes[id] ?? []);
  const left = known.length === 0 ? 0 : Math.min(...known.map(({ x }) => x));
  const top = known.length === 0 ? 0 : Math.min(...known.map(({ y }) => y));
  const minX = Math.min(...corners.map(({ x }) => x));
  const minY = Math.min(...corners.map(({ y }) => y));
  return Object.fromEntries(
    corners.map(({ id, x, y }) => [id, snapped({ x: left + x - minX, y: top + y - minY })]),
  );
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
function beneath(types: NodeTypes, document: FlowDocument, ids: readonly string[]) {
  const known = Object.entries(document.layout.nodes);
  const heightOf = (id: string) => {
    const node = document.spec.nodes[id];
    return node ? cardHeight(exitsIn(types, node).length) : 0;
  };
  const left = Math.min(...known.map(([, { x }]) => x));
  const bottom = Math.max(...known.map(([id, { y }]) => y + heightOf(id)));
  const fresh = arranged(types, document, ids);
  return Object.fromEntries(
    Object.entries(fresh).map(([id, { x, y }]) => [id, { x: left + x, y: bottom + 64 + y }]),
  );
}

/** What React Flow draws, from the document. What did not change stays the same object. */
import type { Edge, Node } from "@xyflow/react";
import { Position } from "@xyflow/react";
import { CARD_WIDTH, cardHeight, ENTRY, frameBox, portMiddle } from "../model/card";
import { exitsIn, rowsOf } from "../model/exits";
import type { FlowDocument, SpecNode } from "../model/flow";
import type { NodeTypes } from "../model/schema";

export type CanvasNode = Node<Record<string, never>, "card" | "frame">;
export type CanvasEdge = Edge<{ key: string }, "exit">;

/** The handle by which every node is entered. */
export const ENTRANCE = "in";
const DOT = 12;
const DATA: Record<string, never> = {};
/** React Flow calls things "node" and "edge" in every language; a card says itself what it is. */
const UNSPOKEN = { "aria-roledescription": undefined };
/** A line is told by the two cards: each exit names where it leads. */
const LINE = { ...UNSPOKEN, "aria-hidden": true };

function handlesOf(types: NodeTypes, node: SpecNode) {
  const entrance = {
    id: ENTRANCE,
    type: "target" as const,
    position: Position.Left,
    x: -DOT / 2,
    y: ENTRY - DOT / 2,
    width: DOT,
    height: DOT,
  };
  const exits = exitsIn(types, node).map(({ port }, index) => ({
    id: port,
    type: "source" as const,
    position: Position.Right,
    x: CARD_WIDTH - DOT / 2,
    y: portMiddle(index) - DOT / 2,
    width: DOT,
    height: DOT,
  }));
  return [entrance, ...exits];
}

/** The sizes are known: nothing need be drawn to be measured, and all fits into the view at once. */
function sized(width: number, height: number) {
  return { width, height, measured: { width, height } };
}

interface CardPosition {
  position: { x: number; y: number };
  parentId?: string;
}

/** Members stand in their frame's coordinates, so that it carries them when it is dragged. */
function positionsOf(document: FlowDocument, heightOf: (id: string) => number) {
  const frames: CanvasNode[] = [];
  const parents = new Map<string, { id: string; x: number; y: number }>();
  for (const frame of document.layout.frames) {
    const box = frameBox(frame, document, heightOf);
    if (box === null) continue;
    const { x, y, width, height } = box;
    for (const id of frame.members) parents.set(id, { id: frame.id, x, y });
    frames.push({
      id: frame.id,
      type: "frame",
      position: { x, y },
      ...sized(width, height),
      data: DATA,
      domAttributes: UNSPOKEN,
      zIndex: -1,
      dragHandle: ".fe-frame-head",
    });
  }
  const positionOf = (id: string): CardPosition => {
    const at = document.layout.nodes[id] ?? { x: 0, y: 0 };
    const parent = parents.get(id);
    if (parent === undefined) return { position: at };
    return { position: { x: at.x - parent.x, y: at.y - parent.y }, parentId: parent.id };
  };
  return { frames, positionOf };
}

function alike(one: CanvasNode, other: CanvasNode): boolean {
  return (
    one.position.x === other.position.x &&
    one.position.y === other.position.y &&
    one.width === other.width &&
    one.height === other.height &&
    one.parentId === other.parentId &&
    one.selected === other.selected &&
    one.handles?.length === other.handles?.length &&
    (one.handles ?? []).every((handle, index) => handle.id === other.handles?.[index]?.id)
  );
}

/** The nodes of `document`; those of `before` that still say the same are kept. */
export function canvasNodes(
  types: NodeTypes,
  document: FlowDocument,
  selected: readonly string[],
  readOnly: boolean,
  before: readonly CanvasNode[],
): CanvasNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const chosen = new Set(selected);
  const heightOf = (id: string) => {
    const node = document.spec.nodes[id];
    return node ? cardHeight(rowsOf(types, node, readOnly)) : 0;
  };
  const { frames, positionOf } = positionsOf(document, heightOf);
  const cards = Object.entries(document.spec.nodes).map(
    ([id, node]): CanvasNode => ({
      id,
      type: "card",
      ...positionOf(id),
      ...sized(CARD_WIDTH, heightOf(id)),
      handles: handlesOf(types, node),
      data: DATA,
      domAttributes: UNSPOKEN,
    }),
  );
  return [...frames, ...cards].map((node) => {
    const next = { ...node, selected: chosen.has(node.id) };
    const old = known.get(node.id);
    if (old === undefined) return next;
    return alike(old, next) ? old : next;
  });
}

export function edgeKey(source: string, port: string, target: string): string {
  return `${source} ${port} ${target}`;
}

/** The edges of `document`: one for each exit that leads to a node. */
export function canvasEdges(
  types: NodeTypes,
  document: FlowDocument,
  chosen: string | null,
  before: readonly CanvasEdge[],
): CanvasEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]));
  return Object.entries(document.spec.nodes).flatMap(([source, node]) =>
    exitsIn(types, node).flatMap(({ port, target }): CanvasEdge[] => {
      if (!(target in document.spec.nodes)) return [];
      const id = `${source} ${port}`;
      const selected = id === chosen;
      const old = known.get(id);
      if (old?.target === target && old.selected === selected) return [old];
      return [
        {
          id,
          type: "exit",
          domAttributes: LINE,
          source,
          sourceHandle: port,
          target,
          targetHandle: ENTRANCE,
          selected,
          data: { key: edgeKey(source, port, target) },
        },
      ];
    }),
  );
}

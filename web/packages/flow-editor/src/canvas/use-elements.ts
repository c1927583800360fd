import { applyNodeChanges, type NodeChange } from "@xyflow/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Edit, place, snapped } from "../model/edit";
import { type FlowDocument, type Point, same } from "../model/flow";
import { useEditor, useEditorStore } from "../state/react";
import { type CanvasEdge, type CanvasNode, canvasEdges, canvasNodes } from "./elements";

/**
 * The nodes of the canvas. While a card is dragged its place is here only, so that nothing
 * else is drawn again; when it is let go the document takes the new places, as one step. Escape
 * gives the drag up: all stands where it stood, wherever the pointer still goes.
 */
export function useCanvasNodes() {
  const store = useEditorStore();
  const document = useEditor((state) => state.document);
  const selected = useEditor((state) => state.selected);
  const readOnly = useEditor((state) => state.readOnly);
  const [nodes, setNodes] = useState<CanvasNode[]>(() =>
    canvasNodes(store.types, document, selected, readOnly, []),
  );
  const latest = useRef(nodes);
  latest.current = nodes;

  useEffect(() => {
    setNodes((before) => canvasNodes(store.types, document, selected, readOnly, before));
  }, [store, document, selected, readOnly]);

  const drag = useRef<"none" | "goes" | "given up">("none");
  useEffect(() => {
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || drag.current !== "goes") return;
      event.preventDefault();
      event.stopPropagation();
      drag.current = "given up";
      const { document: there, selected: chosen } = store.get();
      setNodes(canvasNodes(store.types, there, chosen, store.get().readOnly, []));
    };
    // Before the keys of the canvas: there Escape chooses nothing.
    window.addEventListener("keydown", giveUp, true);
    return () => window.removeEventListener("keydown", giveUp, true);
  }, [store]);

  const change = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const choices = changes.filter((each) => each.type === "select");
      if (choices.length > 0) store.select(afterChoices(store.get().selected, choices));
      const moves = drag.current !== "given up";
      const others = changes.filter(
        ({ type }) => (type === "position" && moves) || type === "dimensions",
      );
      if (others.length > 0) setNodes((before) => applyNodeChanges(others, before));
    },
    [store],
  );

  const dragged = useCallback(() => {
    drag.current = "goes";
  }, []);

  const dropped = useCallback(
    (_: unknown, __: unknown, moved: CanvasNode[]) => {
      const given = drag.current === "given up";
      drag.current = "none";
      if (given) return;
      const ids = new Set(moved.map(({ id }) => id));
      store.apply(placeDropped(store.get().document, latest.current, ids));
    },
    [store],
  );
  return { nodes, change, dragged, dropped };
}

function afterChoices(
  before: readonly string[],
  choices: readonly { id: string; selected: boolean }[],
): string[] {
  const chosen = new Set(before);
  for (const { id, selected } of choices) {
    if (selected) chosen.add(id);
    else chosen.delete(id);
  }
  return [...chosen];
}

/** Where the dragged cards stand now; a frame that was dragged has carried its members. */
function placeDropped(
  document: FlowDocument,
  nodes: readonly CanvasNode[],
  moved: ReadonlySet<string>,
): Edit {
  const frames = new Map(
    nodes.filter(({ type }) => type === "frame").map((node) => [node.id, node]),
  );
  const cards = nodes.filter(
    ({ id, type, parentId }) => type === "card" && (moved.has(id) || moved.has(parentId ?? "")),
  );
  const places = cards.map((card): [string, Point] => {
    const frame = frames.get(card.parentId ?? "")?.position ?? { x: 0, y: 0 };
    return [card.id, snapped({ x: card.position.x + frame.x, y: card.position.y + frame.y })];
  });
  const fresh = places.filter(([id, at]) => !same(document.layout.nodes[id], at));
  return fresh.length === 0 ? (unchanged) => unchanged : place(Object.fromEntries(fresh));
}

export function useCanvasEdges(chosen: string | null): CanvasEdge[] {
  const store = useEditorStore();
  const nodes = useEditor((state) => state.document.spec.nodes);
  const before = useRef<CanvasEdge[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: edges follow from the nodes alone
  return useMemo(() => {
    before.current = canvasEdges(store.types, store.get().document, chosen, before.current);
    return before.current;
  }, [store, nodes, chosen]);
}

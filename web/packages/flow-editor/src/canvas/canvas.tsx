import {
  Background,
  type Connection,
  type FinalConnectionState,
  MiniMap,
  ReactFlow,
  SelectionMode,
  useReactFlow,
  useStore,
  type Viewport,
  type XYPosition,
} from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { type DragEvent, useCallback, useEffect, useRef, useState } from "react";
import { CARD_WIDTH, cardHeight } from "../model/card";
import type { FlowDocument } from "../model/flow";
import { useEditor, useEditorStore } from "../state/react";
import { useWords } from "../words/use-words";
import { NodeCard } from "./card";
import { Arrows, ExitEdge } from "./edge";
import { type CanvasEdge, type CanvasNode, ENTRANCE } from "./elements";
import { FrameBox } from "./frame";
import { NodeMenu, type Wanted } from "./node-menu";
import { DRAGGED_TYPE } from "./types-list";
import { useCanvasEdges, useCanvasNodes } from "./use-elements";

const NODE_TYPES = { card: NodeCard, frame: FrameBox };
const EDGE_TYPES = { exit: ExitEdge };
const FIT = { padding: 0.12, maxZoom: 1 };
/** How long the view takes to a node that is sought (ms). */
const SEEKING = 200;
const MINIMAP = { width: 168, height: 112 };
const NO_SNAP = { hideAttribution: true };

function pointer(event: MouseEvent | TouchEvent): XYPosition {
  const at = "touches" in event ? event.changedTouches[0] : event;
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 };
}

/** The card under the pointer: an exit may be dropped anywhere on it. */
function cardAt({ x, y }: XYPosition): string | null {
  const card = document.elementFromPoint(x, y)?.closest(".react-flow__node-card");
  return card?.getAttribute("data-id") ?? null;
}

/** From so far away nobody reads the small words: they are not painted, and dragging is smooth. */
const FAR = 0.35;

/** Bring into sight what the finder, lint or the keyboard chose, and where a call has come to. */
function useSeeking(opened: boolean): void {
  const sought = useEditor((state) => state.sought);
  const current = useEditor((state) => state.overlay.walked?.current ?? null);
  const show = useShowing();
  useEffect(() => {
    // Before that the view is still on its way to the start, and would go on to it.
    if (opened && sought !== null && sought.id !== null) show(sought.id);
  }, [opened, sought, show]);
  useEffect(() => {
    if (opened && current !== null) show(current);
  }, [opened, current, show]);
}

/** Open where this person left the flow, else on the way that a call took, else on all of it. */
function useOpening(view: KeptView | undefined): () => Promise<void> {
  const store = useEditorStore();
  const { fitView, setViewport } = useReactFlow();
  return async () => {
    const { document, overlay } = store.get();
    const walked = Object.keys(overlay.walked?.nodes ?? {}).map((id) => ({ id }));
    const kept = walked.length === 0 ? (view?.read() ?? null) : null;
    const pane = globalThis.document.querySelector(".fe-canvas");
    // The drawing may have become another since, or the window: then all of it is shown.
    if (kept !== null && pane !== null && isInside(document, kept, pane)) {
      await setViewport(kept);
    } else {
      await fitView(walked.length === 0 ? FIT : { ...FIT, nodes: walked });
    }
  };
}

/** Whether any card is whole in a view of the size of `pane`. */
function isInside({ layout }: FlowDocument, { x, y, zoom }: Viewport, pane: Element): boolean {
  return Object.values(layout.nodes).some((at) => {
    const [left, top] = [at.x * zoom + x, at.y * zoom + y];
    const [right, bottom] = [left + CARD_WIDTH * zoom, top + cardHeight(0) * zoom];
    return left >= 0 && top >= 0 && right <= pane.clientWidth && bottom <= pane.clientHeight;
  });
}

/** Move the view so that a node is in it; where it is already, nothing moves. */
function useShowing(): (id: string) => void {
  const store = useEditorStore();
  const { setCenter, getZoom, getInternalNode, screenToFlowPosition } = useReactFlow();
  const restsAt = useRef(0);
  const show = (id: string) => {
    const at = store.get().document.layout.nodes[id];
    const pane = document.querySelector(".fe-canvas")?.getBoundingClientRect();
    if (at === undefined || pane === undefined) return;
    const from = screenToFlowPosition({ x: pane.left, y: pane.top });
    const to = screenToFlowPosition({ x: pane.right, y: pane.bottom });
    const height = getInternalNode(id)?.height ?? 120;
    const inside =
      at.x > from.x && at.y > from.y && at.x + CARD_WIDTH < to.x && at.y + height < to.y;
    // What is in a view that moves on need not be in the one where it comes to rest.
    if (inside && performance.now() > restsAt.current) return;
    const zoom = Math.max(0.7, Math.min(1, getZoom()));
    restsAt.current = performance.now() + SEEKING;
    void setCenter(at.x + CARD_WIDTH / 2, at.y + height / 2, { zoom, duration: SEEKING });
  };
  const latest = useRef(show);
  latest.current = show;
  return useCallback((id) => latest.current(id), []);
}

/** Draw connections: from a port to a card, or into the empty, where a new node is offered. */
function useConnecting(ask: (wanted: Wanted) => void) {
  const store = useEditorStore();
  const { screenToFlowPosition } = useReactFlow();
  const connected = useCallback(
    ({ source, sourceHandle, target }: Connection) =>
      store.connect(source, sourceHandle ?? "", target),
    [store],
  );
  const ended = useCallback(
    (event: MouseEvent | TouchEvent, { isValid, fromNode, fromHandle }: FinalConnectionState) => {
      const port = fromHandle?.id ?? ENTRANCE;
      if (isValid === true || !fromNode || port === ENTRANCE || store.get().readOnly) return;
      const at = pointer(event);
      const card = cardAt(at);
      if (card !== null) return store.connect(fromNode.id, port, card);
      const place = screenToFlowPosition(at);
      ask({ at, place, from: { id: fromNode.id, port } });
    },
    [store, screenToFlowPosition, ask],
  );
  return { connected, ended };
}

/** A type that was dragged from the palette becomes a node where it is dropped. */
function useDropping() {
  const store = useEditorStore();
  const { screenToFlowPosition } = useReactFlow();
  return {
    over: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(DRAGGED_TYPE)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
    },
    dropped: (event: DragEvent) => {
      const type = event.dataTransfer.getData(DRAGGED_TYPE);
      if (type === "") return;
      event.preventDefault();
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      store.addNode(type, { x: x - CARD_WIDTH / 2, y: y - 20 });
    },
  };
}

/** Where a person left the view of this flow, and will leave it; null when they never did. */
export interface KeptView {
  readonly read: () => Viewport | null;
  readonly keep: (view: Viewport) => void;
}

/** The drawing itself. `chosenEdge` is an exit that was clicked, to be cut or led elsewhere. */
export function Canvas({
  chosenEdge,
  onChooseEdge,
  onOpen,
  view,
}: {
  view: KeptView | undefined;
  chosenEdge: string | null;
  onChooseEdge: (edge: string | null) => void;
  onOpen: () => void;
}) {
  const words = useWords();
  const store = useEditorStore();
  const readOnly = useEditor((state) => state.readOnly);
  const empty = useEditor((state) => Object.keys(state.document.spec.nodes).length === 0);
  const { nodes, change, dragged, dropped } = useCanvasNodes();
  const edges = useCanvasEdges(chosenEdge);
  const far = useStore(({ transform }) => transform[2] < FAR);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const connecting = useConnecting(setWanted);
  const dropping = useDropping();
  const [opened, setOpened] = useState(false);
  useSeeking(opened);
  const opening = useOpening(view);
  const reconnected = useCallback(
    (edge: CanvasEdge, { target }: Connection) =>
      store.connect(edge.source, edge.sourceHandle ?? "", target),
    [store],
  );
  return (
    <>
      <Arrows />
      <ReactFlow<CanvasNode, CanvasEdge>
        aria-label={words.canvas.title}
        className={far ? "fe-far" : ""}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodesChange={change}
        onNodeDragStart={dragged}
        onSelectionDragStart={dragged}
        onNodeDragStop={dropped}
        onSelectionDragStop={(event, moved) => dropped(event, moved[0], moved)}
        onConnect={connecting.connected}
        onConnectEnd={connecting.ended}
        onReconnect={reconnected}
        onEdgeClick={(_, edge) => onChooseEdge(edge.id)}
        onNodeClick={() => onChooseEdge(null)}
        onNodeDoubleClick={onOpen}
        onPaneClick={() => onChooseEdge(null)}
        onDragOver={dropping.over}
        onDrop={dropping.dropped}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        edgesReconnectable={!readOnly}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        multiSelectionKeyCode={["Shift", "Meta", "Control"]}
        selectionMode={SelectionMode.Partial}
        elevateNodesOnSelect={false}
        nodeDragThreshold={2}
        connectionRadius={24}
        snapToGrid={false}
        minZoom={0.02}
        maxZoom={2}
        onInit={() => requestAnimationFrame(() => void opening().finally(() => setOpened(true)))}
        onMoveEnd={(_, moved) => opened && view?.keep(moved)}
        onlyRenderVisibleElements
        proOptions={NO_SNAP}
      >
        <Background gap={24} size={1.5} color="var(--lx-line)" />
        <MiniMap
          ariaLabel={words.canvas.minimap}
          pannable
          zoomable
          nodeColor="var(--lx-line-strong)"
          maskColor="color-mix(in srgb, var(--lx-selected) 60%, transparent)"
          maskStrokeColor="var(--lx-ink-soft)"
          style={MINIMAP}
          bgColor="var(--lx-surface)"
        />
      </ReactFlow>
      {empty && (
        <div className="fe-canvas-empty">
          <p className="lx-empty-title">{words.canvas.emptyTitle}</p>
          <p className="lx-soft">{words.canvas.emptyHint}</p>
        </div>
      )}
      <NodeMenu wanted={wanted} onClose={() => setWanted(null)} />
    </>
  );
}

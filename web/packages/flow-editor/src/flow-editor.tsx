import { ReactFlowProvider } from "@xyflow/react";
import { App } from "antd";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { Canvas, type KeptView } from "./canvas/canvas";
import { Finder } from "./canvas/finder";
import { KeysDialog, type PageKey } from "./canvas/keys-dialog";
import { EditTools, ViewTools } from "./canvas/toolbar";
import { TypesList } from "./canvas/types-list";
import { useCanvasKeys, useClipboard } from "./canvas/use-keys";
import { Panel } from "./panel/panel";
import { type Vocabulary, VocabularyContext } from "./panel/vocabulary";
import { EditorProvider, useEditor, useEditorStore } from "./state/react";
import type { EditorStore } from "./state/store";
import { useWords } from "./words/use-words";
import "./styles/editor.css";
import "./styles/card.css";
import "./styles/panel.css";
import "./styles/narrow.css";
import { nodeName } from "./nodes/name";

interface Props {
  store: EditorStore;
  vocabulary: Vocabulary;
  /** Right of the tools above the canvas. */
  tools?: ReactNode;
  /** Below the canvas: simulator, findings. */
  drawer?: ReactNode;
  /** The keys of the page around it, for the list that `?` shows. */
  pageKeys?: () => readonly PageKey[];
  /** Where the view was left; without it the flow opens whole. */
  view?: KeptView;
  /** What stands beside the canvas instead of the fields of the node that is chosen, or of the
   * flow (null): what came of it, where nothing can be changed. */
  beside?: (node: string | null) => ReactNode;
}

/** Palette, canvas and panel around one store. */
export function FlowEditor({ store, vocabulary, ...around }: Props) {
  return (
    <EditorProvider store={store}>
      <VocabularyContext value={vocabulary}>
        <ReactFlowProvider>
          <Workbench {...around} />
        </ReactFlowProvider>
      </VocabularyContext>
    </EditorProvider>
  );
}

function useEdgeChoice() {
  const store = useEditorStore();
  const [edge, setEdge] = useState<string | null>(null);
  const choose = useCallback(
    (next: string | null) => {
      setEdge(next);
      if (next !== null) store.select([]);
    },
    [store],
  );
  const cut = useCallback(() => {
    if (edge === null) return false;
    const space = edge.indexOf(" ");
    store.connect(edge.slice(0, space), edge.slice(space + 1), "");
    setEdge(null);
    return true;
  }, [store, edge]);
  return { edge, choose, cut };
}

function Workbench({ tools, drawer, pageKeys, view, beside }: Omit<Props, "store" | "vocabulary">) {
  const words = useWords();
  const store = useEditorStore();
  const { message } = App.useApp();
  const readOnly = useEditor((state) => state.readOnly);
  const canvas = useRef<HTMLElement>(null);
  const bench = useRef<HTMLDivElement>(null);
  const [dialog, setDialog] = useState<"none" | "find" | "keys">("none");
  const { edge, choose, cut } = useEdgeChoice();
  const focus = useCallback((selector: string) => {
    bench.current?.querySelector<HTMLElement>(selector)?.focus();
  }, []);
  const acts = useMemo(
    () => ({
      openPanel: () => focus(".fe-panel input, .fe-panel textarea, .fe-panel button"),
      find: () => setDialog("find"),
      addNode: () => focus(".fe-palette input"),
      help: () => setDialog("keys"),
      cutEdge: cut,
    }),
    [focus, cut],
  );
  useCanvasKeys(canvas, acts);
  useClipboard(useCallback((text) => void message.info(text), [message]));
  const toCanvas = () => canvas.current?.focus();
  return (
    <div className={readOnly ? "fe-bench fe-bench-reading" : "fe-bench"} ref={bench}>
      {!readOnly && (
        <nav className="fe-palette" aria-label={words.palette.title}>
          <TypesList
            draggable
            onEscape={toCanvas}
            onTake={(type) => {
              store.addNode(type);
              toCanvas();
            }}
          />
          <p className="lx-faint fe-palette-hint">{words.palette.hint}</p>
        </nav>
      )}
      <div className="fe-middle">
        <div className="fe-bar">
          <EditTools onFind={acts.find} onKeys={acts.help} />
          <div className="fe-bar-rest">{tools}</div>
          <ViewTools />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas takes keys as a whole */}
        <section className="fe-canvas" ref={canvas} tabIndex={0} aria-label={words.canvas.title}>
          <Canvas chosenEdge={edge} onChooseEdge={choose} onOpen={acts.openPanel} view={view} />
          {dialog === "find" && (
            <Finder
              onClose={() => {
                setDialog("none");
                toCanvas();
              }}
            />
          )}
          <Spoken />
        </section>
        {drawer}
      </div>
      <Panel beside={beside} />
      <KeysDialog open={dialog === "keys"} pageKeys={pageKeys} onClose={() => setDialog("none")} />
    </div>
  );
}

/** Say which node is chosen, for those who do not see it. */
function Spoken() {
  const id = useEditor((state) => (state.selected.length === 1 ? state.selected[0] : undefined));
  const note = useEditor((state) =>
    id === undefined ? "" : nodeName(id, state.document.layout.notes),
  );
  return (
    <p className="lx-visually-hidden" role="status">
      {note}
    </p>
  );
}

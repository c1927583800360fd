import { Button } from "antd";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { useEditor, useEditorStore } from "../state/react";
import { useWords } from "../words/use-words";
import { ChangePanel } from "./change-panel";
import { FlowPanel } from "./flow-panel";
import { NodePanel } from "./node-panel";

/** Bring the field that lint or the simulator led to into sight, with the focus in it. */
function useSoughtField(panel: RefObject<HTMLElement | null>): void {
  const sought = useEditor((state) => state.sought);
  useEffect(() => {
    if (sought === null || sought.field === "") return;
    const rows = panel.current?.querySelectorAll<HTMLElement>("[data-field]") ?? [];
    const row = [...rows].find(({ dataset }) => dataset.field === sought.field);
    row?.scrollIntoView({ block: "center" });
    row?.querySelector<HTMLElement>("input, textarea, button")?.focus({ preventScroll: true });
  }, [panel, sought]);
}

/** Beside the canvas: the chosen node, the chosen many, or the flow itself; or what the page says
 * of them instead. */
export function Panel({ beside }: { beside?: ((node: string | null) => ReactNode) | undefined }) {
  const words = useWords();
  const only = useEditor(({ selected: [id, ...more], document }) =>
    id !== undefined && more.length === 0 && id in document.spec.nodes ? id : null,
  );
  const panel = useRef<HTMLElement>(null);
  useSoughtField(panel);
  return (
    <aside className="fe-panel" aria-label={words.panel.title} tabIndex={-1} ref={panel}>
      {beside === undefined ? (
        <Chosen only={only} />
      ) : (
        <div className="fe-panel-body">{beside(only)}</div>
      )}
    </aside>
  );
}

/** What can be changed of what is chosen; `only`: the one node that is. */
function Chosen({ only }: { only: string | null }) {
  const count = useEditor(({ selected }) => selected.length);
  const node = useEditor(({ document }) => document.spec.nodes[only ?? ""]);
  const comparing = useEditor((state) => state.overlay.changes !== null);
  if (only === null || node === undefined) {
    return count > 1 ? <ManyPanel count={count} /> : <FlowPanel />;
  }
  if (comparing) return <ChangePanel id={only} node={node} />;
  return <NodePanel key={only} id={only} node={node} />;
}

function ManyPanel({ count }: { count: number }) {
  const words = useWords();
  const store = useEditorStore();
  const readOnly = useEditor((state) => state.readOnly);
  return (
    <div className="fe-panel-body">
      <p className="fe-panel-type">{words.panel.chosen(count)}</p>
      {!readOnly && (
        <div className="fe-many">
          <Button onClick={() => store.groupChosen(words.canvas.newFrame)}>
            {words.tools.group}
          </Button>
          <Button onClick={() => store.arrange()}>{words.tools.arrange}</Button>
          <Button onClick={() => store.duplicate()}>{words.tools.duplicate}</Button>
          <Button danger onClick={() => store.removeChosen()}>
            {words.tools.remove}
          </Button>
        </div>
      )}
    </div>
  );
}

import { Button } from "antd";
import { useEditor, useEditorStore } from "../state/react";
import { useWords } from "../words/use-words";
import { ChangePanel } from "./change-panel";
import { FlowPanel } from "./flow-panel";
import { NodePanel } from "./node-panel";

/** Beside the canvas: the chosen node, the chosen many, or the flow itself. */
export function Panel() {
  const words = useWords();
  const selected = useEditor((state) => state.selected);
  const nodes = useEditor((state) => state.document.spec.nodes);
  const comparing = useEditor((state) => state.overlay.changes !== null);
  const [only] = selected;
  const node = selected.length === 1 && only !== undefined ? nodes[only] : undefined;
  return (
    <aside className="fe-panel" aria-label={words.panel.title} tabIndex={-1}>
      {node !== undefined && only !== undefined ? (
        comparing ? (
          <ChangePanel id={only} node={node} />
        ) : (
          <NodePanel key={only} id={only} node={node} />
        )
      ) : selected.length > 1 ? (
        <ManyPanel count={selected.length} />
      ) : (
        <FlowPanel />
      )}
    </aside>
  );
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

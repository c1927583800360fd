import { useReactFlow, useViewport } from "@xyflow/react";
import { Button, Tooltip } from "antd";
import type { ReactNode } from "react";
import { ungroup } from "../model/edit";
import { useEditor, useEditorStore } from "../state/react";
import { useWords } from "../words/use-words";
import { Strokes } from "./icon";

const ICONS = {
  undo: "M6 4 3 7l3 3M3.500 7H9a4 4 0 0 1 0 8",
  redo: "M10 4l3 3-3 3M12.500 7H7a4 4 0 0 0 0 8",
  in: "M8 3v10M3 8h10",
  out: "M3 8h10",
};

function Tool({
  label,
  keys,
  onRun,
  disabled = false,
  icon,
  children,
}: {
  label: string;
  keys?: string;
  onRun: () => void;
  disabled?: boolean;
  icon?: string;
  children?: ReactNode;
}) {
  return (
    <Tooltip title={keys ? `${label} ${keys}` : label} mouseEnterDelay={0.5}>
      <Button type="text" aria-label={label} disabled={disabled} onClick={onRun}>
        {icon === undefined ? (children ?? label) : <Strokes path={icon} />}
      </Button>
    </Tooltip>
  );
}

/** Undo, arrange, group, delete: what acts on the drawing. */
export function EditTools({ onFind, onKeys }: { onFind: () => void; onKeys: () => void }) {
  const words = useWords();
  const store = useEditorStore();
  const past = useEditor((state) => state.history.past.length > 0);
  const future = useEditor((state) => state.history.future.length > 0);
  const readOnly = useEditor((state) => state.readOnly);
  const some = useEditor((state) => state.selected.length > 0);
  const frame = useEditor(({ document, selected }) =>
    document.layout.frames.some(({ id }) => id === selected[0]) ? (selected[0] ?? null) : null,
  );
  const { tools } = words;
  return (
    <div className="fe-tools" role="toolbar" aria-label={words.canvas.title}>
      {!readOnly && (
        <>
          <Tool
            label={tools.undo}
            keys="Ctrl+Z"
            icon={ICONS.undo}
            disabled={!past}
            onRun={() => store.undo()}
          />
          <Tool
            label={tools.redo}
            keys="Ctrl+Y"
            icon={ICONS.redo}
            disabled={!future}
            onRun={() => store.redo()}
          />
          <Tool label={tools.arrange} keys="Ctrl+L" onRun={() => store.arrange()} />
          {frame === null ? (
            <Tool
              label={tools.group}
              keys="Ctrl+G"
              disabled={!some}
              onRun={() => store.groupChosen(words.canvas.newFrame)}
            />
          ) : (
            <Tool label={tools.ungroup} onRun={() => store.apply(ungroup(frame))} />
          )}
          <Tool
            label={tools.remove}
            keys="Del"
            disabled={!some}
            onRun={() => store.removeChosen()}
          />
        </>
      )}
      <Tool label={tools.find} keys="Ctrl+F" onRun={onFind} />
      <Tool label={tools.keys} keys="?" onRun={onKeys} />
    </div>
  );
}

/** The view: smaller, larger, all of it. */
export function ViewTools() {
  const { canvas } = useWords();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const { zoom } = useViewport();
  return (
    <div className="fe-view-tools" role="toolbar" aria-label={canvas.zoom}>
      <Tool label={canvas.zoomOut} icon={ICONS.out} onRun={() => void zoomOut({ duration: 120 })} />
      <span className="lx-figure lx-soft">{Math.round(zoom * 100)}%</span>
      <Tool label={canvas.zoomIn} icon={ICONS.in} onRun={() => void zoomIn({ duration: 120 })} />
      <Tool
        label={canvas.fit}
        keys="Ctrl+0"
        onRun={() => void fitView({ padding: 0.12, maxZoom: 1, duration: 200 })}
      />
    </div>
  );
}

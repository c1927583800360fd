import type { NodeProps } from "@xyflow/react";
import { memo } from "react";
import { titleFrame } from "../model/edit";
import { useEditor, useEditorStore } from "../state/react";
import { useWords } from "../words/use-words";

/** A titled frame behind its nodes; dragged by its head, it carries them. */
export const FrameBox = memo(function FrameBox({ id, selected }: NodeProps) {
  const words = useWords();
  const store = useEditorStore();
  const readOnly = useEditor((state) => state.readOnly);
  const title = useEditor(
    (state) => state.document.layout.frames.find((frame) => frame.id === id)?.title ?? "",
  );
  return (
    <div className={selected ? "fe-frame fe-frame-chosen" : "fe-frame"}>
      <div className="fe-frame-head">
        <input
          className="nodrag"
          aria-label={words.canvas.frame}
          value={title}
          readOnly={readOnly}
          maxLength={64}
          onChange={(event) => store.apply(titleFrame(id, event.target.value), `frame ${id}`)}
        />
      </div>
    </div>
  );
});

import type { XYPosition } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { useEditorStore } from "../state/react";
import { useWords } from "../words/use-words";
import { TypesList } from "./types-list";

/** A new node is wanted: where on the screen, where in the drawing, and after which exit. */
export interface Wanted {
  readonly at: XYPosition;
  readonly place: XYPosition;
  readonly from?: { id: string; port: string };
}

const SIZE = { width: 240, height: 360 };

/** The node types beside the pointer, after an exit was dropped on the empty canvas. */
export function NodeMenu({ wanted, onClose }: { wanted: Wanted | null; onClose: () => void }) {
  const words = useWords();
  const store = useEditorStore();
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted === null) return;
    const outside = (event: PointerEvent) => {
      if (!menu.current?.contains(event.target as Element)) onClose();
    };
    document.addEventListener("pointerdown", outside, true);
    return () => document.removeEventListener("pointerdown", outside, true);
  }, [wanted, onClose]);
  if (wanted === null) return null;
  const { at, place, from } = wanted;
  const left = Math.min(at.x, window.innerWidth - SIZE.width - 8);
  const top = Math.min(at.y, window.innerHeight - SIZE.height - 8);
  return (
    <div
      ref={menu}
      className="fe-node-menu"
      role="dialog"
      aria-label={words.canvas.chooseType}
      style={{ left, top, ...SIZE }}
    >
      <p className="fe-node-menu-title">{words.canvas.chooseType}</p>
      <TypesList
        autoFocus
        onEscape={onClose}
        onTake={(type) => {
          store.addNode(type, { x: place.x, y: place.y - 20 }, from);
          onClose();
        }}
      />
    </div>
  );
}

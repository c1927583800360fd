import { isComposing, isPressed } from "@lianxin/ui";
import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect, useMemo } from "react";
import { place } from "../model/edit";
import { type Direction, following, neighbour } from "../model/walk";
import { useEditorStore } from "../state/react";
import type { EditorStore } from "../state/store";
import { useWords } from "../words/use-words";

interface Acts {
  readonly openPanel: () => void;
  readonly find: () => void;
  readonly addNode: () => void;
  readonly help: () => void;
  /** Cut the exit that is chosen; false when none is. */
  readonly cutEdge: () => boolean;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
const STEP: Readonly<Record<Direction, { x: number; y: number }>> = {
  left: { x: -8, y: 0 },
  right: { x: 8, y: 0 },
  up: { x: 0, y: -8 },
  down: { x: 0, y: 8 },
};

/** A field that is typed in has these keys for itself, and so has an open dialog. */
function elsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return true;
  return (
    target.closest('[role="dialog"], [role="listbox"], [role="menu"]') !== null || isDialogOpen()
  );
}

/** A dialog that is open has the keys, wherever the focus has been left. */
function isDialogOpen(): boolean {
  const dialogs = document.querySelectorAll<HTMLElement>('[role="dialog"]');
  return [...dialogs].some((dialog) => dialog.checkVisibility());
}

/** Keys that a button or a tab has a meaning of its own for. */
function ofControls(key: string): boolean {
  return key === "Tab" || key === "Enter" || key === " " || key in ARROWS;
}

function nudge(store: EditorStore, direction: Direction): void {
  const { document } = store.get();
  const { x, y } = STEP[direction];
  const moved = store.chosenNodes().flatMap((id) => {
    const at = document.layout.nodes[id];
    return at ? [[id, { x: at.x + x, y: at.y + y }] as const] : [];
  });
  store.apply(place(Object.fromEntries(moved)), "nudge");
}

function walk(store: EditorStore, direction: Direction): void {
  const { document } = store.get();
  const [id] = store.chosenNodes();
  const next =
    id === undefined
      ? following(store.types, document, null, 1)
      : neighbour(store.types, document, id, direction);
  if (next !== null) store.seek(next);
}

/** Tab goes through the nodes in the order of the call, and out of the canvas at both ends. */
function tab(store: EditorStore, back: boolean): boolean {
  const { document, selected } = store.get();
  const at = selected[0] ?? null;
  const next = following(store.types, document, at, back ? -1 : 1);
  const ends = following(store.types, document, null, back ? -1 : 1);
  if (next === null || (at !== null && next === ends)) {
    store.select([]);
    return false;
  }
  store.seek(next);
  return true;
}

function commands(store: EditorStore, acts: Acts, newFrame: string): Record<string, () => void> {
  return {
    "Ctrl+Z": () => store.undo(),
    "Ctrl+Y": () => store.redo(),
    "Ctrl+Shift+Z": () => store.redo(),
    "Ctrl+A": () => store.select(Object.keys(store.get().document.spec.nodes)),
    "Ctrl+D": () => store.duplicate(),
    "Ctrl+G": () => store.groupChosen(newFrame),
    "Ctrl+F": acts.find,
    "/": acts.addNode,
    "?": acts.help,
    Escape: () => store.select([]),
  };
}

/** The keys that move over the canvas; false when the key is none of them. */
function goes(store: EditorStore, acts: Acts, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  const direction = ARROWS[event.key];
  if (event.key === "Tab") return tab(store, event.shiftKey);
  if (event.key === "Enter") acts.openPanel();
  else if (direction === undefined) return false;
  else if (event.altKey) nudge(store, direction);
  else walk(store, direction);
  return true;
}

/** The canvas by keys. They work wherever nothing else has them. */
export function useCanvasKeys(canvas: RefObject<HTMLElement | null>, acts: Acts): void {
  const store = useEditorStore();
  const words = useWords();
  const { fitView } = useReactFlow();
  const run = useMemo(() => {
    const table: Record<string, () => void> = {
      ...commands(store, acts, words.canvas.newFrame),
      Delete: () => void (acts.cutEdge() || store.removeChosen()),
      Backspace: () => void (acts.cutEdge() || store.removeChosen()),
      "Ctrl+0": () => void fitView({ padding: 0.12, maxZoom: 1, duration: 200 }),
      "Ctrl+L": () => store.arrange(),
    };
    return (event: KeyboardEvent): boolean => {
      const command = Object.entries(table).find(([combo]) => isPressed(event, combo));
      if (command === undefined) return goes(store, acts, event);
      command[1]();
      return true;
    };
  }, [store, acts, words, fitView]);

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || elsewhere(event.target)) return;
      const own = canvas.current?.contains(event.target as Node) || event.target === document.body;
      if (!own && ofControls(event.key)) return;
      if (!run(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the shell's own keys: `?` lists those of the canvas here.
    document.addEventListener("keydown", hear, true);
    return () => document.removeEventListener("keydown", hear, true);
  }, [canvas, run]);
}

/** Copy, cut and paste by the browser's own events: they need no permission. */
export function useClipboard(tell: (message: string) => void): void {
  const store = useEditorStore();
  const words = useWords();
  useEffect(() => {
    const take = (event: ClipboardEvent, cut: boolean) => {
      const picked = String(window.getSelection() ?? "") !== "";
      if (elsewhere(event.target) || picked) return;
      const text = store.copy();
      if (text === null) return;
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
      tell(words.tools.copied(store.chosenNodes().length));
      if (cut) store.removeChosen();
    };
    const copy = (event: ClipboardEvent) => take(event, false);
    const cut = (event: ClipboardEvent) => take(event, true);
    const paste = (event: ClipboardEvent) => {
      if (elsewhere(event.target) || store.get().readOnly) return;
      const done = store.paste(event.clipboardData?.getData("text/plain") ?? "");
      event.preventDefault();
      tell(done ? words.tools.pasted(store.get().selected.length) : words.tools.notNodes);
    };
    document.addEventListener("copy", copy);
    document.addEventListener("cut", cut);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("copy", copy);
      document.removeEventListener("cut", cut);
      document.removeEventListener("paste", paste);
    };
  }, [store, tell, words]);
}

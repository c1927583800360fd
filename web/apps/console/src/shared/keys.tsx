import { isComposing, isPressed } from "@lianxin/ui";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";

/** A key of the page. `combo` as people read it: `F2`, `Ctrl+K`, `?`. */
export interface Binding {
  combo: string;
  label: string;
  run: () => void;
  /** The telephone's: a dialog that is open owns every other key. */
  overDialogs?: boolean;
}

/** Plain characters belong to the field that is being typed in. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  const plain = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
  if (!(target instanceof HTMLElement) || !plain) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Esc closes the dialog on top, and what lies beneath is not sent from within it. */
function isDialogOpen(): boolean {
  const dialogs = document.querySelectorAll<HTMLElement>('[role="dialog"]');
  return [...dialogs].some((dialog) => dialog.checkVisibility());
}

const POPUPS = ["select-dropdown", "picker-dropdown", "dropdown", "popover", "tooltip"]
  .map((name) => `.ant-${name}`)
  .join();

/** Whether Esc is meant for what is open over the page, or for the words in a search field. */
function isEscapeTaken({ target }: KeyboardEvent): boolean {
  if (target instanceof HTMLInputElement && target.type === "search" && target.value !== "") {
    return true;
  }
  const popups = document.querySelectorAll<HTMLElement>(POPUPS);
  return [...popups].some((popup) => popup.checkVisibility());
}

/** Do what the key stands for, unless a dialog has it. */
function press(event: KeyboardEvent, { combo, overDialogs = false, run }: Binding): void {
  const owned = !overDialogs && isDialogOpen();
  if (owned && combo === "Escape") return;
  event.preventDefault(); // of an owned key too: the browser would save the page at Ctrl+S
  if (!owned) run();
}

interface Registry {
  add: (source: { current: readonly Binding[] }) => () => void;
  all: () => Binding[];
}

const KeysContext = createContext<Registry | null>(null);

export function KeysProvider({ children }: { children: ReactNode }) {
  const [sources] = useState(() => new Set<{ current: readonly Binding[] }>());
  const registry = useMemo<Registry>(
    () => ({
      add: (source) => {
        sources.add(source);
        return () => sources.delete(source);
      },
      all: () => [...sources].flatMap((source) => [...source.current]),
    }),
    [sources],
  );
  useEffect(() => {
    let taken = false;
    // Before the popup hears the key: it is closed by the time that the page does.
    const look = (event: KeyboardEvent) => {
      taken = isPressed(event, "Escape") && isEscapeTaken(event);
    };
    const hear = (event: KeyboardEvent) => {
      if (taken || event.defaultPrevented) return;
      if (event.repeat || isComposing(event) || isTyping(event)) return;
      const binding = registry.all().findLast(({ combo }) => isPressed(event, combo));
      if (binding !== undefined) press(event, binding);
    };
    window.addEventListener("keydown", look, { capture: true });
    document.addEventListener("keydown", hear);
    return () => {
      window.removeEventListener("keydown", look, { capture: true });
      document.removeEventListener("keydown", hear);
    };
  }, [registry]);
  return <KeysContext value={registry}>{children}</KeysContext>;
}

function useRegistry(): Registry {
  const registry = useContext(KeysContext);
  if (registry === null) throw new Error("keys are used outside of KeysProvider");
  return registry;
}

/** Have these keys while the component is on the page; the latest to come wins a combo. */
export function useKeys(bindings: readonly Binding[]): void {
  const registry = useRegistry();
  const current = useRef(bindings);
  useEffect(() => {
    current.current = bindings;
  });
  useEffect(() => registry.add(current), [registry]);
}

/** All keys that work now, for the list that `?` shows. */
export function useAllKeys(): () => Binding[] {
  return useRegistry().all;
}

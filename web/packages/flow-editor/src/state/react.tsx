import { createContext, type ReactNode, useContext } from "react";
import { useStore } from "zustand";
import type { EditorState, EditorStore } from "./store";

const EditorContext = createContext<EditorStore | null>(null);

export function EditorProvider({ store, children }: { store: EditorStore; children: ReactNode }) {
  return <EditorContext value={store}>{children}</EditorContext>;
}

export function useEditorStore(): EditorStore {
  const store = useContext(EditorContext);
  if (store === null) throw new Error("a part of the flow editor stands outside of EditorProvider");
  return store;
}

/** A part of the state; what `select` gives must stay the same object while nothing changed. */
export function useEditor<Selected>(select: (state: EditorState) => Selected): Selected {
  return useStore(useEditorStore().kept, select);
}

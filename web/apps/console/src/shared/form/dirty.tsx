import { createContext, useContext, useEffect, useId } from "react";

/** The forms of a panel in which something is typed and not saved, by an id of each. */
export const DirtyContext = createContext<Set<string> | null>(null);

/** Tell the panel around a form, if there is one, that closing it would take words away. */
export function useDirtyMark(dirty: boolean): void {
  const forms = useContext(DirtyContext);
  const id = useId();
  useEffect(() => {
    if (!dirty || forms === null) return;
    forms.add(id);
    return () => {
      forms.delete(id);
    };
  }, [dirty, forms, id]);
}

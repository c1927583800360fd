import type { Column } from "@lianxin/ui";
import { useState } from "react";

/** Which columns of the list `name` this person wants; kept on the computer. */
export function useColumns<Row>(name: string, columns: readonly Column<Row>[]) {
  const storageKey = `lianxin.columns.${name}`;
  const [hidden, setHidden] = useState(
    () => new Set(JSON.parse(localStorage.getItem(storageKey) ?? "[]") as string[]),
  );
  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    if (next.size === columns.length) return;
    localStorage.setItem(storageKey, JSON.stringify([...next]));
    setHidden(next);
  };
  return { shown: columns.filter(({ key }) => !hidden.has(key)), hidden, toggle };
}

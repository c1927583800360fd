import { onComputer } from "@lianxin/i18n";
import type { Column } from "@lianxin/ui";
import { useState } from "react";

/** Which columns of the list `name` this person wants; kept on the computer. */
export function useColumns<Row>(name: string, columns: readonly Column<Row>[]) {
  const storageKey = `lianxin.columns.${name}`;
  const [hidden, setHidden] = useState(() => hiddenOf(onComputer.getItem(storageKey)));
  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    if (next.size === columns.length) return;
    onComputer.setItem(storageKey, JSON.stringify([...next]));
    setHidden(next);
  };
  return { shown: columns.filter(({ key }) => !hidden.has(key)), hidden, toggle };
}

/** What is kept may be another's, or a browser's that was stopped while it wrote. */
function hiddenOf(text: string | null): Set<string> {
  try {
    const names: unknown = JSON.parse(text ?? "[]");
    return new Set(Array.isArray(names) ? names.map(String) : []);
  } catch {
    return new Set();
  }
}

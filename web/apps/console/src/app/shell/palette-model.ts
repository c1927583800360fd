/** What Ctrl+K offers for what was typed. Pure. */

type Kind = "caller" | "go" | "act" | "cases" | "calls" | "people" | "knowledge";

export interface PaletteItem {
  key: string;
  kind: Kind;
  label: string;
  /** What tells it from others of the same name. */
  detail?: string;
  /** Other words that it is found by. */
  also?: string;
  combo?: string;
  run: () => void;
}

export interface Section {
  kind: Kind;
  items: readonly PaletteItem[];
}

/** What is known comes first: what the server adds below it does not change what Enter does. */
const ORDER: readonly Kind[] = ["caller", "go", "act", "cases", "calls", "people", "knowledge"];

/** A telephone number, however it is grouped; what is longer is the number of a case. */
export function telephoneIn(typed: string): string | null {
  if (!/^\+?[\d\s()/-]+$/.test(typed)) return null;
  const number = typed.replaceAll(/[\s()/-]/g, "");
  const digits = number.replace(/^(\+|00)86/, "").replace("+", "");
  return digits.length >= 7 && digits.length <= 12 ? number : null;
}

/** Entries by kind: those of the page match what was typed, those that were found already do. */
export function sectionsOf(
  known: readonly PaletteItem[],
  found: readonly PaletteItem[],
  typed: string,
): Section[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = ({ label, also = "" }: PaletteItem) =>
    words.every((word) => `${label} ${also}`.toLowerCase().includes(word));
  const all = [...known.filter(matches), ...found];
  return ORDER.map((kind) => ({
    kind,
    items: all.filter((entry) => entry.kind === kind),
  })).filter(({ items }) => items.length > 0);
}

export function rowsOf(sections: readonly Section[]): PaletteItem[] {
  return sections.flatMap(({ items }) => items);
}

/** Where a key leads from row `at` of `count`, around at both ends; null: it leads nowhere. */
export function step(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "ArrowDown") return (at + 1) % count;
  if (key === "ArrowUp") return (at - 1 + count) % count;
  return null;
}

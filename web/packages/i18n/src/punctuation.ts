import { currentLanguage } from "./setup";

/** Names one after another: `甲、乙`, `a, b`. */
export function listOf(names: readonly string[]): string {
  return names.join(currentLanguage() === "en" ? ", " : "、");
}

/** Clauses one after another: `甲；乙`, `a; b`. */
export function clausesOf(clauses: readonly string[]): string {
  return clauses.join(currentLanguage() === "en" ? "; " : "；");
}

/** What something is, and its value: `甲：乙`, `a: b`. */
export function pairOf(name: string, value: string): string {
  return currentLanguage() === "en" ? `${name}: ${value}` : `${name}：${value}`;
}

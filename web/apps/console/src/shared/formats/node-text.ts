import { wordFor } from "@lianxin/i18n";

/**
 * What people call a node of a flow. Those of the flows that we ship have words; a city's own are
 * called as whoever drew them has named them.
 */
export function nodeText(id: string): string {
  return wordFor("calls.node", id, id);
}

import { wordFor } from "@lianxin/i18n";

/** What the centre calls nodes of its own flows, by the node: as the API gives it beside them. */
export type NodeNames = Readonly<Record<string, string>>;

/** Ids that the editor gives by itself: the type, and a number from the second on. */
const GIVEN = /^([a-z_]+?)(?:[-_](\d+))?$/;

/**
 * What people call a node of a flow: as the centre has named it; one of the flows that we ship by
 * our word; what nobody has named by its type, or by the subflow that it stands in.
 */
export function nodeText(id: string, names: NodeNames = {}): string {
  return names[id] || wordFor("calls.node", id, "") || unnamed(id, names);
}

function unnamed(id: string, names: NodeNames): string {
  const inner = id.lastIndexOf("/");
  if (inner > 0) return nodeText(id.slice(0, inner), names);
  const [, type = "", number] = GIVEN.exec(id) ?? [];
  const word = wordFor("common.nodeType", type, "");
  if (word === "") return id;
  return number === undefined ? word : `${word} ${number}`;
}

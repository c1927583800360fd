import { currentLanguage, wordFor } from "@lianxin/i18n";
import { faceOf } from "./registry";

/** Ids that the editor gives by itself: the type, and a number from the second on. */
const GIVEN = /^([a-z_]+?)(?:[-_](\d+))?$/;

/**
 * What people call a node: as whoever drew it has named it; a node of the flows that we ship by
 * our word; one that nobody has named by its type, `播放一段 3`; else its id.
 */
export function nodeName(id: string, notes: Readonly<Record<string, string>>): string {
  return notes[id] || wordFor("calls.node", id, unnamed(id));
}

function unnamed(id: string): string {
  const [, type = "", number] = GIVEN.exec(id) ?? [];
  const word = faceOf(type)?.[currentLanguage()].name;
  if (word === undefined) return id;
  return number === undefined ? word : `${word} ${number}`;
}

import { currentLanguage } from "@lianxin/i18n";
import { exitWord } from "../canvas/card";
import { exitsIn } from "../model/exits";
import type { FlowSpec } from "../model/flow";
import { NODE_TYPES } from "../model/known-types";
import { NOTHING, naming } from "./vocabulary";

/** What the exit at `place` (`nodes.welcome.keys.1`) is called, when it leads nowhere; else null. */
export function looseExit({ nodes }: FlowSpec, id: string, place: string): string | null {
  const node = nodes[id];
  if (node === undefined) return null;
  const found = exitsIn(NODE_TYPES, node).find(({ port }) => place === `nodes.${id}.${port}`);
  if (found === undefined || found.target !== "") return null;
  return exitWord(node, found, naming(NOTHING, currentLanguage() === "en"));
}

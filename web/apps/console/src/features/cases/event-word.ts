import type { CaseEventRead } from "@lianxin/api";
import type { Translate } from "@lianxin/i18n";

/** What people call an event of a case that is, or was, in state `before`. */
export function eventWord(
  t: Translate,
  event: CaseEventRead["event"],
  before: CaseEventRead["before"],
): string {
  // Dispatching what a department has already is, in the office's word, another act.
  const again = event === "dispatched" && before !== "accepted";
  return t(`cases.event.${again ? "redispatched" : event}`);
}

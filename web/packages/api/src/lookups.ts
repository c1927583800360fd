// Written by `python -m lianxin.codegen.typescript` from server/lianxin/rules/flow/lookups.py. Do not edit.

/** What can be answered in a simulation: outcomes by source, the usual one first. */
export const LOOKUP_OUTCOMES = {
  calendar: ["open", "closed", "unavailable"],
  caller: ["known", "unknown", "unavailable"],
  queue: ["ok", "unavailable"],
  callback: ["ok", "refused", "unavailable"],
  poll: ["open", "voted", "closed", "unknown", "unavailable"],
  knowledge: ["ok", "unknown", "unavailable"],
  knowledge_send: ["ok", "bad_number", "refused", "unavailable"],
  case: ["told", "unknown", "wrong_code", "locked", "unavailable"],
  case_of_caller: ["told", "unknown", "wrong_code", "locked", "unavailable"],
  case_reply: ["told", "unknown", "wrong_code", "locked", "unavailable"],
  http: ["ok", "error", "unavailable"],
  sql: ["ok", "none", "error", "unavailable"],
  prompt_code: ["ok", "unknown", "unavailable"],
  open_case: ["opened", "deferred"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type LookupSource = keyof typeof LOOKUP_OUTCOMES;

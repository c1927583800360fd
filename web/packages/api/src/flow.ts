// Written by `python -m lianxin.config.schema` from server/lianxin/rules/flow/nodes. Do not edit.

export type Key = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#";
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/**
 * A look-up. ``number`` may name a variable that already holds the number. The code is
 * secret: it is in no variable, and the call's path shows stars.
 *
 * While the code is typed, ``session.typed`` holds the number and the code behind it.
 */
export interface CaseStatus {
  next: string;
  failed: string;
  number?: string | null;
  number_prompts?: string[];
  code_prompts?: string[];
  code_minimum?: number;
  code_maximum?: number;
  timeout_seconds?: number;
  tries?: number;
  bad_prompt?: string;
  bad_code_prompt?: string;
  missing_prompt?: string;
  type: "case_status";
}

/** An entry. ``secret`` keeps what was typed out of the call's path. */
export interface Collect {
  prompts: string[];
  into: string;
  ok: string;
  failed: string;
  minimum?: number;
  maximum?: number;
  check?: "digits" | "case_number";
  timeout_seconds?: number;
  tries?: number;
  secret?: boolean;
  bad_prompt?: string;
  missing_prompt?: string;
  type: "collect";
}

/** The end. Keys do not cut the goodbye short: nothing comes after it. */
export interface EndCall {
  prompts?: string[];
  type: "hang_up";
}

export interface Flow {
  id: string;
  title: string;
  start: string;
  nodes: Record<string, FlowNode>;
  agent_node?: string | null;
  languages?: ("zh" | "en" | "yue")[];
  variables?: Record<string, unknown>;
  subflows?: Record<string, unknown>;
  spec: 2;
}

/** A jump, so that a drawing needs no long lines. */
export interface Goto {
  to: string;
  type: "goto";
}

/**
 * A weekly plan. A span holds its first minute and not its last: 08:30 is open, 12:00
 * is closed. A day that is not named is closed; a night shift is two spans.
 */
export interface Hours {
  week: Partial<Record<Weekday, [string, string][]>>;
  open: string;
  closed: string;
  zone?: string;
  type: "hours";
}

/**
 * A choice. After ``tries`` bad or missing keys the caller goes ``otherwise``,
 * or where the flow has its agents.
 */
export interface Menu {
  prompts: string[];
  keys: Partial<Record<Key, string>>;
  timeout_seconds?: number;
  tries?: number;
  otherwise?: string | null;
  bad_prompt?: string;
  missing_prompt?: string;
  type: "menu";
}

/**
 * A place in a line. Exits: ``nobody`` on duty, ``timeout``, ``closed`` (else as
 * ``nobody``), ``after`` an agent has gone, and one for each key of ``keys``.
 */
export interface Queue {
  queue: string;
  nobody: string;
  timeout: string;
  after: string;
  closed?: string | null;
  prompts?: string[];
  waiting_prompts?: string[];
  repeat_seconds?: number;
  keys?: Partial<Record<Key, string>>;
  priority?: number;
  limit_seconds?: number;
  type: "queue";
}

/**
 * A message. A complaint, a report and a letter to the mayor are answered with
 * number and code, said twice; a plain message with thanks.
 */
export interface RecordMessage {
  kind: "complaint" | "report" | "mailbox" | "message";
  prompts: string[];
  done: string;
  empty: string;
  hint_prompt?: string;
  empty_prompt?: string;
  thanks_prompt?: string;
  deferred_prompt?: string;
  min_seconds?: number;
  max_seconds?: number;
  silence_seconds?: number;
  type: "record";
}

/** Something is told. */
export interface Say {
  prompts: string[];
  next: string;
  type: "say";
}

export type FlowNode =
  | CaseStatus
  | Collect
  | Goto
  | EndCall
  | Hours
  | Menu
  | Queue
  | RecordMessage
  | Say;

// Written by `python -m lianxin.codegen.typescript` from server/lianxin/rules/flow/nodes. Do not edit.

export type Key = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#";
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/**
 * A choice that the caller does not notice (docs/howto/expressions.md). The variables
 * ``caller``, ``line``, ``language``, ``city``, ``centre_name``, ``line_name``, ``day_part`` and
 * ``now`` are always there.
 */
export interface Branch {
  ways: Way[];
  otherwise: string;
  type: "branch";
}

/**
 * A case of ``kind``. ``title`` and ``content`` may name variables in braces; ``phone`` and
 * ``recording`` are variables. Number and query code are said twice; ``notify`` sends the
 * number to the telephone. What cannot be written now is written later (``deferred_prompt``).
 */
export interface CaseOpen {
  kind:
    | "complaint"
    | "report"
    | "mailbox"
    | "message"
    | "consultation"
    | "help"
    | "suggestion"
    | "praise";
  done: string;
  title?: string;
  content?: string;
  phone?: string | null;
  recording?: string | null;
  number?: string;
  notify?: boolean;
  deferred_prompt?: string;
  type: "case_open";
}

/**
 * A look-up. ``number`` may name a variable that already holds the number. ``by`` the caller
 * the code alone is asked for: the case is the one that this telephone has called about; where
 * there is none, or the number is withheld, the case number is asked for all the same. The code
 * is secret: it is in no variable, and the call's path shows stars, also where it is typed
 * instead of the number. With ``reply`` the words of
 * the department follow the state, where they have been read aloud.
 *
 * While the code is typed, ``session.typed`` holds the number and the code behind it.
 */
export interface CaseStatus {
  next: string;
  failed: string;
  by?: "number" | "caller";
  reply?: boolean;
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
  no_case_prompt?: string;
  type: "case_status";
}

/**
 * An entry. ``check`` says what it must be: any digits, a telephone number, a citizen's
 * number (X is typed as ``*``), a case number, a date (YYYYMMDD, kept as 2026-02-13), or an
 * amount (the point is typed as ``*``). ``confirm`` reads it back: 1 right, 2 again. ``secret``
 * keeps what was typed out of the call's path; where a case number is asked for, what is not
 * as long as one is kept out of it as well: it may be the query code. ``*0`` calls an agent.
 */
export interface Collect {
  prompts: string[];
  into: string;
  ok: string;
  failed: string;
  minimum?: number;
  maximum?: number;
  check?: "digits" | "phone" | "id_number" | "case_number" | "date" | "amount";
  day?: "any" | "past" | "future";
  confirm?: boolean;
  timeout_seconds?: number;
  tries?: number;
  secret?: boolean;
  bad_prompt?: string;
  missing_prompt?: string;
  read_back_prompt?: string;
  confirm_prompt?: string;
  type: "collect";
}

/**
 * The end. Keys do not cut the goodbye short: nothing comes after it. ``cause`` is what
 * the caller's telephone is told.
 */
export interface EndCall {
  prompts?: string[];
  cause?: "normal" | "busy" | "congestion";
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
 * A weekly plan, or with ``calendar`` that of the centre, holidays and special days included.
 *
 * A span holds its first minute and not its last: 08:30 is open, 12:00 is closed. A day that
 * is not named is closed; a night shift is two spans. A calendar that cannot be looked at
 * leads to ``unavailable``, or where nothing is said, as if closed.
 */
export interface Hours {
  open: string;
  closed: string;
  week?: Partial<Record<Weekday, [string, string][]>>;
  calendar?: string | null;
  unavailable?: string | null;
  zone?: string;
  type: "hours";
}

/**
 * A request to a ``connection``; secrets and addresses are the connection's.
 *
 * ``path`` and ``body`` may name variables in braces. ``pick`` names a variable for each value
 * of the JSON answer that is wanted. Exits: ``ok``, and ``error`` whatever went wrong; the
 * variable ``error`` then holds the reason.
 */
export interface Http {
  connection: string;
  path: string;
  ok: string;
  error: string;
  method?: "GET" | "POST";
  body?: Record<string, unknown>;
  pick?: Record<string, unknown>;
  timeout_seconds?: number;
  prompts?: string[];
  type: "http";
}

/**
 * The entries below ``entry``, or all. A digit chooses, ``*`` gives the next page where there
 * are more, ``#`` goes up, from the top to ``done``. An entry is read; then 1 reads it again, 2
 * sends it to the caller (``send``). ``unknown``: there is no such entry, or nothing in it.
 *
 * By fax: the caller types the number of the machine, or ``#`` alone for the one that they call
 * from; one that may get no fax is asked for again.
 */
export interface Knowledge {
  done: string;
  unknown: string;
  entry?: string | null;
  send?: "none" | "sms" | "fax";
  prompts?: string[];
  choose_prompt?: string;
  more_prompt?: string;
  after_prompt?: string;
  send_prompt?: string;
  sent_prompt?: string;
  fax_prompt?: string;
  fax_number_prompt?: string;
  fax_sent_prompt?: string;
  fax_bad_prompt?: string;
  refused_prompt?: string;
  bad_prompt?: string;
  missing_prompt?: string;
  timeout_seconds?: number;
  tries?: number;
  type: "knowledge";
}

/**
 * A menu of languages. Its sentences are heard in each of them, in the order of the keys.
 *
 * ``remember``: what is chosen is written down for the caller's next call. ``offer`` says who
 * may choose: ``unknown`` asks first whether this caller's language is known and goes on at
 * once when it is, ``always`` does not ask, ``never`` only recalls. ``heard_in`` leaves out
 * languages that nobody has recorded: a sentence of another one names their key. Who presses
 * nothing goes on in the language of the call.
 */
export interface Language {
  keys: Partial<Record<Key, "zh" | "en" | "yue">>;
  next: string;
  prompts?: string[];
  heard_in?: ("zh" | "en" | "yue")[];
  remember?: boolean;
  offer?: "unknown" | "always" | "never";
  timeout_seconds?: number;
  tries?: number;
  type: "language";
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
 * A poll. A vote counts once for each number, and only when the last question is behind the
 * caller. Exits: ``done``, ``voted`` before, ``closed`` (with ``speak_results`` how it went is
 * told first), ``unknown`` (else as ``closed``).
 */
export interface Poll {
  poll: string;
  questions: Question[];
  done: string;
  voted: string;
  closed: string;
  unknown?: string | null;
  prompts?: string[];
  voted_prompts?: string[];
  closed_prompts?: string[];
  thanks_prompts?: string[];
  speak_results?: boolean;
  bad_prompt?: string;
  missing_prompt?: string;
  timeout_seconds?: number;
  tries?: number;
  type: "poll";
}

/**
 * One question. ``choices``: what each key counts for. With ``multiple`` several keys may be
 * pressed, and ``#`` ends them.
 */
export interface Question {
  code: string;
  prompts: string[];
  choices: Partial<Record<"0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9", string>>;
  multiple?: boolean;
}

/**
 * A place in a line. Exits: ``nobody`` on duty, ``timeout``, ``closed`` (else as
 * ``nobody``), ``after`` an agent has gone, one for each key of ``keys``, and ``callback``.
 *
 * ``announce`` says before the waiting prompts which place it is, and how long it may take.
 * ``callback_key`` offers to be called back: the caller keeps the place and hangs up. Whoever an
 * agent has sent away comes back to that agent, before others of the same priority.
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
  announce?: "none" | "position" | "position_and_wait";
  keys?: Partial<Record<Key, string>>;
  priority?: number;
  limit_seconds?: number;
  agents?: string[];
  callback_key?: Key | null;
  callback?: string | null;
  type: "queue";
}

/**
 * A message. A complaint, a report and a letter to the mayor are answered with
 * number and code, said twice; a plain message with thanks.
 *
 * ``min_seconds`` of speech are a message, counted from the beep; who hangs up needs a second
 * more (``words.HANGING_UP_SECONDS``). What is shorter is kept with the call and is no message.
 * ``confirm``: 1 sends it, 2 plays it, 3 says it anew; who presses nothing has sent it. ``into``
 * keeps the recording under a name instead, for a ``case_open`` further on; a case is made of it
 * in any case. ``notify`` sends the number to the telephone. ``0`` while speaking ends the
 * message, keeps it and calls an agent.
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
  confirm_prompt?: string;
  min_seconds?: number;
  max_seconds?: number;
  silence_seconds?: number;
  confirm?: boolean;
  timeout_seconds?: number;
  tries?: number;
  into?: string | null;
  notify?: boolean;
  type: "record";
}

/**
 * Back to where the caller came from: behind the ``subflow`` node, or to the agent who sent
 * them here. With nobody to go back to, the caller goes ``otherwise``, or the call ends.
 */
export interface Return {
  otherwise?: string | null;
  type: "return";
}

/**
 * Certain agents, whoever else is free. ``queue`` is the one in whose name they are called:
 * it gives the ring time and the wrap-up. Exits: ``nobody`` of them is on duty, ``timeout``,
 * ``after`` an agent has gone.
 */
export interface Ring {
  agents: string[];
  queue: string;
  nobody: string;
  timeout: string;
  after: string;
  seconds?: number;
  prompts?: string[];
  type: "ring";
}

/** Something is told. */
export interface Say {
  prompts: string[];
  next: string;
  type: "say";
}

/** Variables, one after another: a later one sees those before it. */
export interface Set {
  values: Value[];
  next: string;
  type: "set";
}

/**
 * A variable is told: 12.50 as money, 2026-02-13 as a date. A variable that holds nothing
 * is passed over, together with the sentences around it.
 *
 * Exits: ``next``, and ``unread`` when the variable holds what does not fit ``kind``: of it
 * nothing is said, so an agent may. It leads as ``next`` does where nothing is said.
 */
export interface Speak {
  value: string;
  next: string;
  unread?: string | null;
  kind?: "number" | "digits" | "money" | "date" | "time" | "minutes";
  before_prompts?: string[];
  after_prompts?: string[];
  type: "speak";
}

/**
 * One of the statements that a ``connection`` holds, with ``parameters`` from variables.
 *
 * ``pick`` names a variable for each wanted column of the first row. Exits: ``ok``, ``none``
 * where there is no row, ``error``; the variable ``error`` then holds the reason. A row without
 * a wanted column is one, ``missing``: the statement and the flow do not fit each other.
 */
export interface Sql {
  connection: string;
  query: string;
  ok: string;
  none: string;
  error: string;
  parameters?: Record<string, unknown>;
  pick?: Record<string, unknown>;
  timeout_seconds?: number;
  prompts?: string[];
  type: "sql";
}

/**
 * A prompt by telephone: the code that the library shows, the beep, the sentence; then 1
 * keeps it, 2 plays it, 3 says it anew. What was not kept with 1 is no prompt.
 */
export interface Studio {
  done: string;
  failed: string;
  prompts?: string[];
  bad_prompt?: string;
  missing_prompt?: string;
  speak_prompt?: string;
  silent_prompt?: string;
  confirm_prompt?: string;
  kept_prompt?: string;
  max_seconds?: number;
  silence_seconds?: number;
  timeout_seconds?: number;
  tries?: number;
  type: "studio";
}

/**
 * A flow within the flow. Its ``return`` leads to ``next``; variables are the same in both.
 *
 * A published version holds the subflows that it names. Where one is missing all the same
 * (a draft that is tried out), the caller goes on to ``next``.
 */
export interface Subflow {
  flow: string;
  next: string;
  type: "subflow";
}

/**
 * A question such as how content the caller is, 5 the best. The key is the score; it is
 * written down with the agent who was there. Exits: ``done``, and ``none`` for who does not
 * answer.
 */
export interface Survey {
  prompts: string[];
  done: string;
  none: string;
  keys?: ("0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9")[];
  question?: string;
  thanks_prompts?: string[];
  bad_prompt?: string;
  timeout_seconds?: number;
  tries?: number;
  type: "survey";
}

/**
 * All of ``numbers`` ring at once; the first that answers talks with the caller.
 *
 * ``$night_bell`` is a variable that holds one number or several, with commas between them. It
 * rings for as long as its line says (夜铃), whatever ``seconds`` is: that belongs to the numbers.
 * Exits: ``after`` they have talked, ``busy``, ``no_answer``, ``failed``; the two in the middle
 * lead as ``failed`` does where nothing is said.
 */
export interface Transfer {
  numbers: string[];
  after: string;
  failed: string;
  busy?: string | null;
  no_answer?: string | null;
  prompts?: string[];
  seconds?: number;
  type: "transfer";
}

/** ``variable`` becomes what ``value`` gives. */
export interface Value {
  variable: string;
  value: string;
}

/** A pause. ``key`` ends it early and is used up; other keys are kept for whoever asks next. */
export interface Wait {
  seconds: number;
  next: string;
  key?: Key | null;
  type: "wait";
}

/** One way out: ``when`` holds, the caller goes ``to``. */
export interface Way {
  when: string;
  to: string;
}

export type FlowNode =
  | Branch
  | CaseOpen
  | CaseStatus
  | Collect
  | Goto
  | EndCall
  | Hours
  | Http
  | Knowledge
  | Language
  | Menu
  | Poll
  | Queue
  | RecordMessage
  | Return
  | Ring
  | Say
  | Set
  | Speak
  | Sql
  | Studio
  | Subflow
  | Survey
  | Transfer
  | Wait;

// Written by `python -m lianxin.codegen.typescript` from server/lianxin/live/messages.py. Do not edit.

export type By = "caller" | "agent" | "system";
export type CallSource = "carrier" | "web" | "callback" | "fax";
export type AgentState =
  | "offline"
  | "not_ready"
  | "ready"
  | "ringing"
  | "talking"
  | "held"
  | "wrap_up";
export type LegRole = "caller" | "agent" | "consulted" | "transferred_to" | "outside" | "monitor";
export type LegState = "ringing" | "up" | "held" | "detached" | "gone";
export type Role = "agent" | "watcher" | "citizen";
export type CallPhase = "ringing" | "connecting" | "talking" | "held" | "detached" | "ended";

/** First message of every connection: a fresh ticket, or the resume token of the last one. */
export interface Hello {
  type: "hello";
  ticket?: string;
  resume?: string;
}

/** 示闲; also ends wrap-up. */
export interface Ready {
  type: "ready";
}

/** 示忙 / 临时闭席, with a reason code: ``break``, ``meal``, ``training``, ``meeting``. */
export interface NotReady {
  type: "not_ready";
  reason: string;
}

export interface Hold {
  type: "hold";
  call: string;
}

export interface Resume {
  type: "resume";
  call: string;
}

export interface HangUp {
  type: "hang_up";
  call: string;
}

/** The agent speaks before the caller has heard all of their number; not in every queue. */
export interface CutAnnouncement {
  type: "cut_announcement";
  call: string;
}

/** 人工转自动: let the caller walk the flow from ``node`` on; ``back``: and return to us. */
export interface SendTo {
  type: "send_to";
  call: string;
  node: string;
  back?: boolean;
}

/** The page's telephone is registered again: bring its call back to it. */
export interface Attach {
  type: "attach";
  call: string;
}

/** The agent leaves: refused while in a call. */
export interface SignOut {
  type: "sign_out";
}

/** A telephone of its own for this login. */
export interface SipAccount {
  uri: string;
  user: string;
  password: string;
  ws_url: string;
  expires_at: number;
}

/** ``last_call``: the call that they were released from last since they signed in. */
export interface AgentView {
  person: number;
  number: string;
  name: string;
  state: AgentState;
  reason: string;
  since: number;
  last_call?: string;
}

/** One telephone in a call. */
export interface ParticipantView {
  leg: string;
  role: LegRole;
  party: string;
  state: LegState;
  since: number;
}

/**
 * ``announcing_until``: while it is connecting, when the caller will have heard the agent's
 * number and both hear each other; None: not known. ``may_cut``: the agent may do so before.
 */
export interface CallView {
  id: string;
  phase: CallPhase;
  caller: string;
  line: string;
  line_name: string;
  keys: string;
  way: string[];
  source: CallSource;
  started_at: number;
  queued_at: number | null;
  answered_at: number | null;
  held_since: number | null;
  recording: boolean;
  participants: ParticipantView[];
  announcing_until?: number | null;
  may_cut?: boolean;
  claimed?: boolean;
  node_names?: Record<string, string>;
}

/** What the bar at the top shows of the whole centre. */
export interface FloorView {
  waiting: number;
  callbacks: number;
  longest_since: number | null;
  ready: number;
  talking: number;
}

/**
 * Answers ``Hello``. ``calls`` are the agent's calls in progress: attach to them. ``call`` is
 * the last of them, for pages of the version before that are still open in an update.
 */
export interface Welcome {
  type: "welcome";
  role: Role;
  now: number;
  resume: string;
  sip: SipAccount | null;
  agent: AgentView | null;
  calls: CallView[];
  floor: FloorView | null;
  call?: CallView | null;
}

export interface AgentChanged {
  type: "agent_changed";
  agent: AgentView;
}

export interface CallChanged {
  type: "call_changed";
  call: CallView;
}

export interface CallEnded {
  type: "call_ended";
  call: CallView;
  outcome: string;
  by: By;
}

export interface FloorChanged {
  type: "floor_changed";
  floor: FloorView;
}

/**
 * A hint to read again: ``kind`` is ``call``, ``case`` or ``recording``.
 *
 * Which one is not said: it goes to pages of people who may not know of it. ``id`` is always "",
 * which pages of the version before take for several at once.
 */
export interface RecordChanged {
  type: "record_changed";
  kind: string;
  id?: string;
}

export interface SipRenewed {
  type: "sip_renewed";
  sip: SipAccount;
}

/** A command could not be done. ``code`` is stable; the page has the sentence for it. */
export interface Refused {
  type: "refused";
  code: string;
  command: string;
  detail?: string;
}

/** Another page of the same agent took over; this one must stay quiet. */
export interface Replaced {
  type: "replaced";
}

export type Command =
  | Hello
  | Ready
  | NotReady
  | Hold
  | Resume
  | HangUp
  | CutAnnouncement
  | SendTo
  | Attach
  | SignOut;

export type Notice =
  | Welcome
  | AgentChanged
  | CallChanged
  | CallEnded
  | FloorChanged
  | RecordChanged
  | SipRenewed
  | Refused
  | Replaced;

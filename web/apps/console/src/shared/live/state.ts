import type {
  AgentView,
  CallEnded,
  CallView,
  FloorView,
  Notice,
  Refused,
  SipAccount,
  Welcome,
} from "@lianxin/api/live";

type Connection = "idle" | "connecting" | "open" | "lost" | "replaced";

/** What the page knows of the telephone side: the last welcome with every later notice applied. */
export interface LiveState {
  connection: Connection;
  /** Server clock minus this computer's clock, in milliseconds. */
  offset: number;
  /** Counts welcomes, so that an effect can run once for each. */
  welcomes: number;
  role: Welcome["role"] | null;
  agent: AgentView | null;
  /** The agent's calls in progress, in the order of their coming. */
  calls: readonly CallView[];
  floor: FloorView | null;
  sip: SipAccount | null;
  /** The call that ended last; its draft stays open during wrap-up. */
  ended: Pick<CallEnded, "call" | "outcome" | "by"> | null;
  refusal: (Refused & { at: number }) | null;
}

export const INITIAL: LiveState = {
  connection: "idle",
  offset: 0,
  welcomes: 0,
  role: null,
  agent: null,
  calls: [],
  floor: null,
  sip: null,
  ended: null,
  refusal: null,
};

function welcomed(state: LiveState, welcome: Welcome, at: number): LiveState {
  return {
    ...state,
    connection: "open",
    offset: welcome.now - at,
    welcomes: state.welcomes + 1,
    role: welcome.role,
    agent: welcome.agent,
    calls: welcome.calls,
    floor: welcome.floor,
    sip: welcome.sip,
  };
}

/** The call that the page speaks of: the one that came last. */
export function currentCall(live: Pick<LiveState, "calls">): CallView | null {
  return live.calls.at(-1) ?? null;
}

function without(calls: readonly CallView[], gone: CallView): readonly CallView[] {
  return calls.filter((each) => each.id !== gone.id);
}

function changed(state: LiveState, call: CallView): LiveState {
  if (call.phase === "ended") return { ...state, calls: without(state.calls, call) };
  const known = state.calls.some((each) => each.id === call.id);
  const calls = known
    ? state.calls.map((each) => (each.id === call.id ? call : each))
    : [...state.calls, call];
  return { ...state, calls };
}

function ended(state: LiveState, { call, outcome, by }: CallEnded): LiveState {
  return { ...state, calls: without(state.calls, call), ended: { call, outcome, by } };
}

/**
 * The state after `notice`, which arrived at `at` (this computer's clock, milliseconds).
 * A welcome followed by events gives what a fresh welcome would give.
 */
export function apply(state: LiveState, notice: Notice, at: number): LiveState {
  switch (notice.type) {
    case "welcome":
      return welcomed(state, notice, at);
    case "agent_changed":
      return { ...state, agent: notice.agent };
    case "call_changed":
      return changed(state, notice.call);
    case "call_ended":
      return ended(state, notice);
    case "floor_changed":
      return { ...state, floor: notice.floor };
    case "sip_renewed":
      return { ...state, sip: notice.sip };
    case "refused":
      return { ...state, refusal: { ...notice, at } };
    case "replaced":
      return { ...state, connection: "replaced" };
    case "record_changed":
      return state;
  }
}

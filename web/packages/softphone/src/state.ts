/** What the page shows of its telephone, and how each action changes it. Pure. */
import type { ErrorCode } from "./codes";

export interface SoftphoneState {
  /** `registered`: calls can come (agent) or be made (citizen). */
  readonly registration: "offline" | "connecting" | "registered" | "failed";
  /** `calling`: our own call has not been answered yet. */
  readonly session: "none" | "incoming" | "calling" | "active";
  readonly microphone: "unknown" | "granted" | "refused" | "missing";
  readonly muted: boolean;
  /** The last thing that went wrong, until it is right again or the next call begins. */
  readonly errorCode?: ErrorCode;
}

export type Action =
  | { readonly type: "connecting" }
  | { readonly type: "registered" }
  | { readonly type: "socket_lost" }
  | { readonly type: "account_refused" }
  | { readonly type: "stopped" }
  | { readonly type: "rang" }
  | { readonly type: "dialled" }
  | { readonly type: "connected" }
  | { readonly type: "ended"; readonly code?: ErrorCode | undefined }
  | { readonly type: "refused_call"; readonly code: ErrorCode }
  | { readonly type: "microphone_granted" }
  | { readonly type: "microphone_failed"; readonly code: ErrorCode }
  | { readonly type: "speaker_blocked" }
  | { readonly type: "speaker_allowed" }
  | { readonly type: "unsupported" }
  | { readonly type: "muted"; readonly muted: boolean };

export const initialState: SoftphoneState = {
  registration: "offline",
  session: "none",
  microphone: "unknown",
  muted: false,
};

function withCode(state: SoftphoneState, code: ErrorCode | undefined): SoftphoneState {
  const { errorCode: _, ...rest } = state;
  return code === undefined ? rest : { ...rest, errorCode: code };
}

/** Drop the code when it belongs to one of `areas` (`socket`, `microphone`…). */
function cured(state: SoftphoneState, ...areas: string[]): SoftphoneState {
  const area = state.errorCode?.split(".")[0] ?? "";
  return areas.includes(area) ? withCode(state, undefined) : state;
}

function lost(state: SoftphoneState): SoftphoneState {
  if (state.registration === "offline") return state;
  const code = state.registration === "registered" ? "socket.lost" : "socket.unreachable";
  // A code that is already there for the same trouble says more: it was lost, then unreachable.
  const known = state.errorCode?.startsWith("socket.") === true;
  return { ...(known ? state : withCode(state, code)), registration: "connecting" };
}

function microphoneFailed(state: SoftphoneState, code: ErrorCode): SoftphoneState {
  const refused = code === "microphone.refused" || code === "microphone.insecure_context";
  return { ...withCode(state, code), microphone: refused ? "refused" : "missing" };
}

/** The telephone after `action`; the same object when nothing changed. */
export function reduce(state: SoftphoneState, action: Action): SoftphoneState {
  switch (action.type) {
    case "connecting":
      return { ...state, registration: "connecting" };
    case "registered":
      return { ...cured(state, "socket", "account"), registration: "registered" };
    case "socket_lost":
      return lost(state);
    case "account_refused":
      return { ...withCode(state, "account.refused"), registration: "failed" };
    case "stopped":
      return { ...withCode(state, undefined), registration: "offline", session: "none" };
    case "unsupported":
      return { ...withCode(state, "browser.unsupported"), registration: "failed" };
    default:
      return reduceCall(state, action);
  }
}

function reduceCall(state: SoftphoneState, action: Action): SoftphoneState {
  switch (action.type) {
    case "rang":
      return { ...cured(state, "call"), session: "incoming" };
    case "dialled":
      return { ...cured(state, "call"), session: "calling", muted: false };
    case "connected":
      return { ...cured(state, "call"), session: "active" };
    case "ended":
      return {
        ...(action.code === undefined ? state : withCode(state, action.code)),
        session: "none",
        muted: false,
      };
    case "refused_call":
      return withCode(state, action.code);
    default:
      return reduceSound(state, action);
  }
}

function reduceSound(state: SoftphoneState, action: Action): SoftphoneState {
  switch (action.type) {
    case "microphone_granted":
      return { ...cured(state, "microphone"), microphone: "granted" };
    case "microphone_failed":
      return microphoneFailed(state, action.code);
    case "speaker_blocked":
      return withCode(state, "speaker.blocked");
    case "speaker_allowed":
      return cured(state, "speaker");
    case "muted":
      return { ...state, muted: action.muted };
    default:
      return state;
  }
}

import type { CallView } from "@lianxin/api/live";
import type { SoftphoneState } from "@lianxin/softphone";
import { currentCall, type LiveState } from "./state";

const CARRIED: readonly CallView["phase"][] = ["ringing", "talking", "held", "detached"];

/**
 * The call that must be brought back to this page's telephone, if any: the centre says
 * that we are in a call or are rung, our telephone is registered, and knows nothing of it.
 */
export function callToAttach(live: LiveState, phone: SoftphoneState): string | null {
  const call = currentCall(live);
  if (live.connection !== "open" || call === null || phone.registration !== "registered") {
    return null;
  }
  if (!CARRIED.includes(call.phase)) return null;
  return call.phase === "detached" || phone.session === "none" ? call.id : null;
}

/**
 * What must change before the question of attaching is asked again. A telephone that
 * merely falls silent is no reason: the caller may have hung up a moment ago.
 */
export function attachOccasion(live: LiveState, registrations: number): string {
  return `${live.welcomes}.${registrations}.${currentCall(live)?.phase === "detached"}`;
}

export type HangUpWay = "reject" | "live" | "telephone" | "none";

/** How a hang-up is done now; `telephone` (BYE) when the live socket is away. */
export function hangUpWay(live: LiveState, phone: SoftphoneState): HangUpWay {
  if (phone.session === "incoming") return "reject";
  if (currentCall(live) !== null && live.connection === "open") return "live";
  return phone.session === "active" ? "telephone" : "none";
}

import type { AgentState, CallPhase } from "@lianxin/api/live";
import type { LampShape, LampTone } from "@lianxin/ui";

interface Look {
  tone: LampTone;
  shape: LampShape;
}

export const AGENT_LOOK: Record<AgentState, Look> = {
  offline: { tone: "off", shape: "ring" },
  not_ready: { tone: "off", shape: "dash" },
  ready: { tone: "ready", shape: "disc" },
  ringing: { tone: "talk", shape: "bell" },
  talking: { tone: "talk", shape: "wave" },
  held: { tone: "hold", shape: "pause" },
  wrap_up: { tone: "hold", shape: "pen" },
};

export const PHASE_LOOK: Record<CallPhase, Look> = {
  ringing: { tone: "talk", shape: "bell" },
  connecting: { tone: "talk", shape: "bell" },
  talking: { tone: "talk", shape: "wave" },
  held: { tone: "hold", shape: "pause" },
  detached: { tone: "hold", shape: "ring" },
  ended: { tone: "off", shape: "ring" },
};

/** The reasons for 示忙 that a person may give, in the order of the menu. */
export const REASONS = ["break", "meal", "training", "meeting", "other"] as const;

import type { Shape } from "../../../shared/locales/shape";
import type { agents as zh } from "./zh";

export const agents: Shape<typeof zh> = {
  title: "Not-ready times",
  day: "Day",
  agent: "Agent",
  now: "Now",
  sum: "In all",
  reasons: "By reason",
  reason: "{{reason}} {{length}} ({{times}} ×)",
  since: "{{reason}} for {{length}}",
  calls: "Calls of this agent",
  empty: "Nobody was not ready on this day",
  emptyHint: "When agents are not ready, their times are added up here by agent and reason.",
};

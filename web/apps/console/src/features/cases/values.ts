import type { CaseItem } from "@lianxin/api";

/** The codes of the API, in the order in which people choose them. */
export const CASE_TYPES = [
  "consultation",
  "help",
  "complaint",
  "report",
  "suggestion",
  "praise",
] as const;
export const URGENCIES = ["normal", "urgent", "critical"] as const;
export const SECRECIES = ["public", "internal", "confidential"] as const;
export const CASE_STATES = [
  "accepted",
  "dispatched",
  "in_progress",
  "replied",
  "closed",
  "rejected",
] as const;
export const CASE_SOURCES = ["phone", "voicemail", "mailbox", "web"] as const;

/** Where one step leads from each state: what people are offered. The server's table decides. */
export const NEXT_STATES: Record<CaseItem["state"], readonly CaseItem["state"][]> = {
  accepted: ["dispatched", "replied", "closed", "rejected"],
  dispatched: ["accepted", "in_progress"],
  in_progress: ["accepted", "dispatched", "replied"],
  replied: ["in_progress", "closed"],
  closed: ["accepted"],
  rejected: ["accepted"],
};

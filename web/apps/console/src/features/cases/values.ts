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

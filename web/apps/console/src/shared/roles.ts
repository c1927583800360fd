/** What people can hold, in the order in which it is shown. */
export const ROLES = [
  "agent",
  "supervisor",
  "flow_editor",
  "knowledge_editor",
  "administrator",
  "security_administrator",
  "audit_administrator",
  "operator",
] as const;

export const RIGHTS = ["mailbox"] as const;

import { wordFor } from "@lianxin/i18n";

/** What a record of the audit trail or an alarm is about: `工单 0198…`. */
export function objectWord(about: { object_type: string; object_id: string }): string {
  const { object_type, object_id } = about;
  return `${wordFor("audit.kind", object_type, object_type)} ${object_id}`;
}

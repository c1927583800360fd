import { wordFor } from "@lianxin/i18n";

interface About {
  object_type: string;
  object_id: string;
  data?: Readonly<Record<string, unknown>>;
}

/** What a record of the audit trail or an alarm is about, as people call it: `工单 9901…`. */
export function objectWord({ object_type, object_id, data = {} }: About): string {
  const called = [data.number, data.code, object_id].find((name) => typeof name === "string");
  return `${wordFor("audit.kind", object_type, object_type)} ${called}`;
}

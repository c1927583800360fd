import type { QueryClient } from "@tanstack/react-query";
import type { RecordHint } from "../live/workplace";

/** What must be read again after the centre said that a record changed; no id: several did. */
export function invalidate(
  client: QueryClient,
  { kind, id }: Pick<RecordHint, "kind" | "id">,
): void {
  const one = (name: string) => (id === "" ? [name] : [name, id]);
  const keys: Record<string, unknown[][]> = {
    call: [one("call"), ["calls"]],
    case: [one("case"), ["cases"], ["caller"], ["call"]],
    recording: [["call"], ["calls"], ["messages"], ["case"]],
  };
  for (const queryKey of keys[kind] ?? []) void client.invalidateQueries({ queryKey });
}

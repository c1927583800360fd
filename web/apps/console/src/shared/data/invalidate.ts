import type { QueryClient, QueryKey } from "@tanstack/react-query";
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

/**
 * What must be read again once something was written. `gone`: the key of what is no more, removed or
 * called otherwise. It may be on the page still when its list is read again, and is not asked for.
 */
export async function invalidateKeys(
  client: QueryClient,
  keys: readonly QueryKey[],
  gone: QueryKey | null = null,
): Promise<void> {
  if (gone !== null) await client.cancelQueries({ queryKey: gone });
  const stays = (key: QueryKey) => gone === null || gone.some((part, at) => key[at] !== part);
  const predicate = ({ queryKey }: { queryKey: QueryKey }) => stays(queryKey);
  await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey, predicate })));
}

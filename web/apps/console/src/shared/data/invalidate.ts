import type { Query, QueryClient, QueryKey } from "@tanstack/react-query";
import type { RecordHint } from "../live/workplace";

/** What must be read again after the centre said that a record changed; no id: several did. */
export function invalidate(
  client: QueryClient,
  { kind, id }: Pick<RecordHint, "kind" | "id">,
): void {
  const one = (name: string) => (id === "" ? [name] : [name, id]);
  for (const queryKey of keysOf(kind, one)) void invalidateQuery(client, queryKey);
}

type Predicate = (query: Pick<Query, "queryKey" | "state">) => boolean;

/**
 * Read again what stands on pages. What is being read for the first time may have been asked for
 * before the change, and the client would take that answer for the new one: it is asked once more.
 */
async function invalidateQuery(
  client: QueryClient,
  queryKey: QueryKey,
  predicate: Predicate = () => true,
): Promise<void> {
  const onTheirWay = client
    .getQueryCache()
    .findAll({ queryKey, predicate, fetchStatus: "fetching" })
    .filter(({ state }) => state.data === undefined);
  await client.invalidateQueries({ queryKey, predicate });
  const again = onTheirWay.map((query) =>
    client.invalidateQueries({ queryKey: query.queryKey, exact: true, predicate }),
  );
  await Promise.all(again);
}

/**
 * A call that goes on or ends brings messages, and recordings of the cases that were filed in it.
 * What was found with Ctrl+K and what citizens were told name a case too.
 */
function keysOf(kind: string, one: (name: string) => unknown[]): QueryKey[] {
  const keys: Record<string, QueryKey[]> = {
    call: [one("call"), ["calls"], ["messages"], ["case"]],
    case: [one("case"), ["cases"], ["caller"], ["call"], ["messages"], ["notices"], ["search"]],
    recording: [["messages"]],
  };
  return keys[kind] ?? [];
}

/** Read the lists again in which `key` stood, now that it is closed to who reads. */
export async function invalidateLists(client: QueryClient, key: QueryKey): Promise<void> {
  const lists = keysOf(String(key[0]), (name) => [name]).filter(([name]) => name !== key[0]);
  await invalidateKeys(client, lists);
}

/**
 * What must be read again after the centre said so to everybody. Reading a confidential case is
 * noted in the audit trail: no page does that by itself.
 */
export function invalidateHinted(client: QueryClient, hint: RecordHint): void {
  const one = (name: string) => (hint.id === "" ? [name] : [name, hint.id]);
  const predicate: Predicate = ({ queryKey, state }) =>
    queryKey[0] !== "case" || !isConfidential(state.data);
  for (const queryKey of keysOf(hint.kind, one)) {
    void invalidateQuery(client, queryKey, predicate);
  }
}

function isConfidential(data: unknown): boolean {
  return (
    typeof data === "object" &&
    data !== null &&
    "secrecy" in data &&
    data.secrecy === "confidential"
  );
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
  const predicate: Predicate = ({ queryKey }) => stays(queryKey);
  await Promise.all(keys.map((queryKey) => invalidateQuery(client, queryKey, predicate)));
}

import { ApiError } from "@lianxin/api";
import { type Query, QueryCache, QueryClient } from "@tanstack/react-query";
import { isClosed } from "./closed";
import { invalidateLists } from "./invalidate";

/** Once more when the server or the network failed; never when the answer was no. */
function again(failures: number, error: Error): boolean {
  const refused = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return failures < 1 && !refused;
}

/**
 * The client of the console. What was read stays on the page when reading it anew fails, and goes
 * from it when it became closed to who reads: every page then says so instead.
 */
export function consoleQueryClient({ retry = again }: { retry?: typeof again | false } = {}) {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (isClosed(error) && query.state.data !== undefined) forget(client, query);
      },
    }),
    defaultOptions: { queries: { retry, staleTime: 10_000, refetchOnWindowFocus: false } },
  });
  return client;
}

/** Drop what was read, as if it never had been; the lists that it stands in are read again. */
function forget(client: QueryClient, query: Query<unknown, unknown>): void {
  query.setState({ data: undefined, dataUpdatedAt: 0 });
  void invalidateLists(client, query.queryKey);
}

import { api, take } from "@lianxin/api";
import type { paths } from "@lianxin/api/schema";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";

type QueryOf<Path extends keyof paths> = paths[Path] extends {
  get: { parameters: { query?: infer Query } };
}
  ? NonNullable<Query>
  : never;

export type CallQuery = QueryOf<"/api/calls">;
export type CaseQuery = QueryOf<"/api/cases">;
export type MessageQuery = QueryOf<"/api/messages">;
export type AuditQuery = QueryOf<"/api/audit">;
export type AlarmQuery = QueryOf<"/api/alarms">;

export interface Page<Item> {
  items: Item[];
  next: string | null;
  total: number;
}

/** Lists grow by cursor; rows stay on screen while a new filter is on its way. */
export function useList<Item>(
  key: unknown[],
  read: (cursor: string | null) => Promise<Page<Item>>,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  return {
    ...query,
    rows: query.data?.pages.flatMap((page) => page.items) ?? [],
    total: query.data?.pages[0]?.total ?? 0,
  };
}

export type ListQuery<Item> = ReturnType<typeof useList<Item>>;

export function useCalls(query: CallQuery) {
  return useList(["calls", query], (cursor) =>
    take(api.GET("/api/calls", { params: { query: { ...query, cursor } } })),
  );
}

export function useCases(query: CaseQuery) {
  return useList(["cases", query], (cursor) =>
    take(api.GET("/api/cases", { params: { query: { ...query, cursor } } })),
  );
}

export function useMessages(query: MessageQuery) {
  return useList(["messages", query], (cursor) =>
    take(api.GET("/api/messages", { params: { query: { ...query, cursor } } })),
  );
}

export function useAudit(query: AuditQuery) {
  return useList(["audit", query], (cursor) =>
    take(api.GET("/api/audit", { params: { query: { ...query, cursor } } })),
  );
}

export function useAlarms(query: AlarmQuery) {
  return useList(["alarms", query], (cursor) =>
    take(api.GET("/api/alarms", { params: { query: { ...query, cursor } } })),
  );
}

import { api, unwrap } from "@lianxin/api";
import { useQuery } from "@tanstack/react-query";
import { type QueryOf, useList } from "../../shared/data/lists";

export type CallQuery = QueryOf<"/api/calls">;

export function useCalls(query: CallQuery) {
  return useList(["calls", query], (cursor) =>
    unwrap(api.GET("/api/calls", { params: { query: { ...query, cursor } } })),
  );
}

export function useCall(id: string | null) {
  return useQuery({
    queryKey: ["call", id],
    queryFn: () =>
      unwrap(api.GET("/api/calls/{call_id}", { params: { path: { call_id: id ?? "" } } })),
    enabled: id !== null,
  });
}

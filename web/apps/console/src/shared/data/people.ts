import { api, unwrap } from "@lianxin/api";
import { keepPreviousData, useQuery } from "@tanstack/react-query";

/** People by how their number begins, or by a part of their name; the first of all without. */
export function useFoundPeople(q: string) {
  return useQuery({
    queryKey: ["people", "found", q],
    queryFn: () =>
      unwrap(api.GET("/api/people", { params: { query: { limit: 100, ...(q && { q }) } } })),
    staleTime: 300_000,
    placeholderData: keepPreviousData,
  });
}

import { api, type CaseCreate, unwrap } from "@lianxin/api";
import type { components } from "@lianxin/api/schema";
import { useQuery } from "@tanstack/react-query";

export function useCaller(phone: string) {
  return useQuery({
    queryKey: ["caller", phone],
    queryFn: () => unwrap(api.GET("/api/callers/{phone}", { params: { path: { phone } } })),
    enabled: phone.length >= 3,
  });
}

export function openCase(body: CaseCreate, key: string) {
  const params = { header: { "Idempotency-Key": key } };
  return unwrap(api.POST("/api/cases", { body, params }));
}

export type Knowledge = components["schemas"]["KnowledgeRead"];

export function useKnowledge(q: string) {
  return useQuery({
    queryKey: ["knowledge", "search", q],
    queryFn: () => unwrap(api.GET("/api/knowledge/search", { params: { query: { q } } })),
    enabled: q.length >= 2,
  });
}

export function useKnowledgeEntry(code: string) {
  return useQuery({
    queryKey: ["knowledge", code],
    queryFn: () => unwrap(api.GET("/api/knowledge/{code}", { params: { path: { code } } })),
  });
}

import { api, unwrap } from "@lianxin/api";
import { type QueryOf, useList } from "../../shared/data/lists";

export type AuditQuery = QueryOf<"/api/audit">;

export function useAudit(query: AuditQuery) {
  return useList(["audit", query], (cursor) =>
    unwrap(api.GET("/api/audit", { params: { query: { ...query, cursor } } })),
  );
}

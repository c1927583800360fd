import { api, unwrap } from "@lianxin/api";
import type { components } from "@lianxin/api/schema";
import { type QueryOf, useList } from "../../shared/data/lists";

export type Fax = components["schemas"]["FaxSummary"];
export type FaxQuery = QueryOf<"/api/faxes">;

export function useFaxes(query: FaxQuery) {
  return useList(["faxes", query], (cursor) =>
    unwrap(api.GET("/api/faxes", { params: { query: { ...query, cursor } } })),
  );
}

export function sendFaxAgain(id: string) {
  return unwrap(api.POST("/api/faxes/{fax_id}/again", { params: { path: { fax_id: id } } }));
}

export function cancelFax(id: string) {
  return unwrap(api.POST("/api/faxes/{fax_id}/cancel", { params: { path: { fax_id: id } } }));
}

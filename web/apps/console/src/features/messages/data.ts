import { api, unwrap } from "@lianxin/api";
import { type QueryOf, useList } from "../../shared/data/lists";

export type MessageQuery = QueryOf<"/api/messages">;

export function useMessages(query: MessageQuery, enabled = true) {
  return useList(
    ["messages", query],
    (cursor) => unwrap(api.GET("/api/messages", { params: { query: { ...query, cursor } } })),
    enabled,
  );
}

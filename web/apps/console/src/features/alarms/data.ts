import { api, unwrap } from "@lianxin/api";
import { type QueryOf, useList } from "../../shared/data/lists";

export type AlarmQuery = QueryOf<"/api/alarms">;

export function useAlarms(query: AlarmQuery) {
  return useList(["alarms", query], (cursor) =>
    unwrap(api.GET("/api/alarms", { params: { query: { ...query, cursor } } })),
  );
}

/** Say that an alarm was looked at. */
export function clearAlarm(id: number) {
  return unwrap(api.POST("/api/alarms/{alarm_id}/clear", { params: { path: { alarm_id: id } } }));
}

import { api, unwrap } from "@lianxin/api";
import { useQuery } from "@tanstack/react-query";

/** What answers changes with the clock: asked again every half minute. */
export const FRESH = 30_000;

export function useLines() {
  return useQuery({
    queryKey: ["lines"],
    queryFn: () => unwrap(api.GET("/api/lines")),
    refetchInterval: FRESH,
  });
}

export function useCalendars() {
  return useQuery({
    queryKey: ["calendars"],
    queryFn: () => unwrap(api.GET("/api/calendars")),
    refetchInterval: FRESH,
  });
}

/** Lines and calendars decide together who answers: both are read again. */
export const LINE_KEYS = [["lines"], ["calendars"], ["calendar"]] as const;

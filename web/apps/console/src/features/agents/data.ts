import { api, unwrap } from "@lianxin/api";
import type { components } from "@lianxin/api/schema";
import { useQuery } from "@tanstack/react-query";

export type AgentNotReady = components["schemas"]["AgentNotReady"];

/** What runs grows by itself; a new reason is heard of within this time. */
const AGAIN = 15_000;

/** How long agents were not ready on a day of the centre; "": today. */
export function useNotReady(day: string) {
  return useQuery({
    queryKey: ["not-ready", day],
    queryFn: () =>
      unwrap(api.GET("/api/agents/not-ready", { params: { query: day === "" ? {} : { day } } })),
    refetchInterval: day === "" ? AGAIN : false,
  });
}

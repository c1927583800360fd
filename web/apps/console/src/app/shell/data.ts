import { api, unwrap } from "@lianxin/api";
import { useQuery } from "@tanstack/react-query";

/** How many calls the centre (or, for an agent, that agent) has had since `from`. */
export function useCallCount(from: string, agent: string | null) {
  return useQuery({
    queryKey: ["calls", "count", from, agent],
    queryFn: async () => {
      const query = { from, limit: 1, ...(agent === null ? {} : { agent }) };
      const page = await unwrap(api.GET("/api/calls", { params: { query } }));
      return page.total;
    },
    refetchInterval: 60_000,
  });
}

import { api, unwrap } from "@lianxin/api";
import { useQuery } from "@tanstack/react-query";

const MINUTE = 60_000;

/** How many calls the centre (or, for an agent, that agent) has had since `from`. */
export function useCallCount(from: string, agent: string | null) {
  return useQuery({
    queryKey: ["calls", "count", from, agent],
    queryFn: async () => {
      const query = { from, limit: 1, ...(agent === null ? {} : { agent }) };
      const page = await unwrap(api.GET("/api/calls", { params: { query } }));
      return page.total;
    },
    refetchInterval: MINUTE,
  });
}

/** How many alarms nobody has looked at; asked once a minute by those who may. */
export function useOpenAlarms(enabled: boolean) {
  return useQuery({
    queryKey: ["alarms", "open"],
    queryFn: async () => {
      const query = { cleared: false, limit: 1 };
      return (await unwrap(api.GET("/api/alarms", { params: { query } }))).total;
    },
    enabled,
    refetchInterval: MINUTE,
    staleTime: MINUTE,
  });
}

/** How many flows wait for a second pair of eyes. */
export function useReviews(enabled: boolean) {
  return useQuery({
    queryKey: ["flows", "reviews"],
    queryFn: async () => {
      const page = await unwrap(api.GET("/api/flows", { params: { query: { limit: 100 } } }));
      return page.items.filter(({ draft }) => draft.state === "review").length;
    },
    enabled,
    refetchInterval: 2 * MINUTE,
    staleTime: MINUTE,
  });
}

/** Whatever has `q` in its number, name or title, as far as this person may list it. */
export function useSearch(q: string) {
  return useQuery({
    queryKey: ["search", q],
    queryFn: ({ signal }) => unwrap(api.GET("/api/search", { params: { query: { q } }, signal })),
    enabled: q.length >= 2,
    retry: false, // the next letter asks again
    networkMode: "always", // that the network is down is an answer too
    gcTime: MINUTE,
  });
}

/** The centres of the platform, for its operator; asked once for the page. */
export function useCentreNames(enabled: boolean) {
  return useQuery({
    queryKey: ["platform", "centres"],
    queryFn: () => unwrap(api.GET("/api/platform/centres")),
    enabled,
    staleTime: MINUTE,
  });
}

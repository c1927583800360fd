import { api, unwrap } from "@lianxin/api";
import { useQuery } from "@tanstack/react-query";

export function usePeople() {
  return useQuery({
    queryKey: ["people"],
    queryFn: () => unwrap(api.GET("/api/people")),
    staleTime: 300_000,
  });
}

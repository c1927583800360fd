import { api, unwrap } from "@lianxin/api";
import { useQuery } from "@tanstack/react-query";

/** The centre's list in its order, with the archived ones: older calls have them. */
export function useDispositions() {
  return useQuery({
    queryKey: ["dispositions"],
    queryFn: () => unwrap(api.GET("/api/dispositions")),
  });
}

/** Say what a call came to; null takes it back. */
export function disposeCall(call_id: string, disposition: string | null) {
  const params = { path: { call_id } };
  return unwrap(api.PUT("/api/calls/{call_id}/disposition", { params, body: { disposition } }));
}

import { api, type CaseCreate, unwrap } from "@lianxin/api";
import { useQuery } from "@tanstack/react-query";

export function useCaller(phone: string) {
  return useQuery({
    queryKey: ["caller", phone],
    queryFn: () => unwrap(api.POST("/api/callers/look-up", { body: { phone } })),
    enabled: phone.length >= 3,
  });
}

export function openCase(body: CaseCreate, key: string) {
  const params = { header: { "Idempotency-Key": key } };
  return unwrap(api.POST("/api/cases", { body, params }));
}

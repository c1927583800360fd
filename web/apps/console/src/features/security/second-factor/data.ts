import { api, type FactorProof, unwrap } from "@lianxin/api";
import { useQuery } from "@tanstack/react-query";

export const FACTOR = ["own-factor"] as const;

/** One's own second factor: whether there is one, and whether there must be. */
export function useOwnFactor() {
  return useQuery({
    queryKey: FACTOR,
    queryFn: () => unwrap(api.GET("/api/session/second-factor")),
  });
}

/** A key for a telephone; what is in force stays so until it is confirmed. */
export function beginFactor(proof: FactorProof) {
  return unwrap(api.POST("/api/session/second-factor", { body: proof }));
}

/** Put the key in force of which a telephone shows `code`; gives the recovery codes, this once. */
export async function confirmFactor(code: string): Promise<string[]> {
  const told = await unwrap(
    api.POST("/api/session/second-factor/confirmation", { body: { code } }),
  );
  return told.codes;
}

export async function renewCodes(proof: FactorProof): Promise<string[]> {
  const told = await unwrap(api.POST("/api/session/second-factor/recovery-codes", { body: proof }));
  return told.codes;
}

export function removeFactor(proof: FactorProof) {
  return unwrap(api.POST("/api/session/second-factor/removal", { body: proof }));
}

import type { QueryKey } from "@tanstack/react-query";
import { LINE_KEYS } from "./lines";
import { useApiMutation } from "./use-mutation";

/**
 * Do something about lines: busy meanwhile, read again after it, tell what went wrong. `gone`: the
 * key of what it removes.
 */
export function useLineAct(gone: QueryKey | null = null) {
  const { busy, run } = useApiMutation({
    write: (work: () => Promise<unknown>) => work(),
    keys: LINE_KEYS,
    gone: () => gone,
  });
  return { busy, act: run };
}

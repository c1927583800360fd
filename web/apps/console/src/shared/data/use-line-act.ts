import type { QueryKey } from "@tanstack/react-query";
import { useRef } from "react";
import { LINE_KEYS } from "./lines";
import { useApiMutation } from "./use-mutation";

/**
 * Do something about lines: busy meanwhile, read again after it, tell what went wrong. One at a
 * time: the second click of two comes before the button is drawn as busy. `gone`: the key of what
 * it removes.
 */
export function useLineAct(gone: QueryKey | null = null) {
  const { busy, run } = useApiMutation({
    write: (work: () => Promise<unknown>) => work(),
    keys: LINE_KEYS,
    gone: () => gone,
  });
  const acting = useRef(false);
  const act = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (acting.current) return false;
    acting.current = true;
    try {
      return await run(work);
    } finally {
      acting.current = false;
    }
  };
  return { busy, act };
}

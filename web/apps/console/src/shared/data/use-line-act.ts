import { LINE_KEYS } from "./lines";
import { useApiMutation } from "./use-mutation";

/** Do something about lines: busy meanwhile, read again after it, tell what went wrong. */
export function useLineAct() {
  const { busy, run } = useApiMutation({
    write: (work: () => Promise<unknown>) => work(),
    keys: LINE_KEYS,
  });
  return { busy, act: run };
}

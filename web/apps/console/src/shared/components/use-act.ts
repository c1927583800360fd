import { useApiMutation } from "../data/use-mutation";

/** Run one act at a time; what went wrong is told in a sentence. True when it was done. */
export function useAct(): [boolean, (run: () => Promise<unknown>) => Promise<boolean>] {
  const { busy, run } = useApiMutation({ write: (act: () => Promise<unknown>) => act() });
  return [busy, run];
}

import { duration } from "@lianxin/i18n";
import { useNow } from "./now";

/** A running timer since `since` (server clock); `offset` is server clock minus ours. */
export function Elapsed({ since, offset = 0 }: { since: number; offset?: number }) {
  const now = useNow();
  return <span className="lx-figure">{duration(now + offset - since)}</span>;
}

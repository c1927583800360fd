import type { CaseRead } from "@lianxin/api";

/** How soon to look again whether texts have been read; false: nothing will change by itself. */
export function readingInterval(reading: CaseRead["reading"] | undefined): number | false {
  return reading?.state === "waiting" && reading.engine ? 5_000 : false;
}

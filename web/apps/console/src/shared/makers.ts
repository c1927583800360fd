import type { Session } from "@lianxin/api";
import { useEffect } from "react";
import { useSearchParams } from "react-router";
import { hasRole } from "./session";

/** Who makes what. The server checks it again. */
const MAKERS = {
  flows: ["flow_editor", "administrator"],
  lines: ["administrator"],
  calendars: ["administrator"],
  prompts: ["flow_editor", "administrator"],
  knowledge: ["knowledge_editor", "flow_editor", "administrator"],
  polls: ["administrator", "supervisor", "flow_editor"],
  connections: ["administrator"],
  centres: ["operator"],
} as const;

export type Makeable = keyof typeof MAKERS;

export function mayMake(session: Session, what: Makeable): boolean {
  return hasRole(session, ...MAKERS[what]);
}

const ASKED = "new";

/** The address of a page at which its form for a new thing opens. */
export function makingAt(path: string): string {
  return `${path}?${ASKED}=1`;
}

/** Call `begin` for whoever comes by `makingAt`; a reload does not begin again. */
export function useAskedToMake(may: boolean, begin: () => void): void {
  const [params, setParams] = useSearchParams();
  const asked = params.has(ASKED);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is asked
  useEffect(() => {
    if (!asked) return;
    if (may) begin();
    const rest = new URLSearchParams(params);
    rest.delete(ASKED);
    setParams(rest, { replace: true });
  }, [asked]);
}

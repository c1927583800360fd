import { onComputer } from "@lianxin/i18n";
import { useEffect, useMemo, useState } from "react";
import { useLocation } from "react-router";
import { useWorkplaceState } from "../../shared/live/context";
import { hasRole, ownerOf, useSession } from "../../shared/session";
import { useOpenAlarms, useReviews } from "./data";
import { groupsOf, pagesOf, readsCalls } from "./pages";
import { groupOf, type Memory, pageAt, readMemory, remember, type Waiting } from "./rail";

/** Where this person may go and is, and what they last looked at. */
export function useRail() {
  const session = useSession();
  const { pathname } = useLocation();
  const owner = ownerOf(session);
  const groups = useMemo(() => groupsOf(session), [session]);
  const [memory, setMemory] = useState<Memory>(() => readMemory(onComputer, owner));
  const page = pageAt(groups, pathname);
  const group = groupOf(groups, page);
  const at = page?.name;
  const within = group?.name;
  useEffect(() => {
    if (at === undefined || within === undefined) return;
    setMemory(remember(onComputer, owner, within, at));
  }, [at, within, owner]);
  return { groups, memory, here: at, open: within };
}

/** What waits for this person: callers, alarms, flows that somebody should look over. */
export function useWaiting(): Waiting {
  const session = useSession();
  const { floor } = useWorkplaceState().live;
  const alarms = useOpenAlarms(hasRole(session, "administrator"));
  const reviews = useReviews(pagesOf(session).some(({ name }) => name === "flows"));
  return {
    calls: readsCalls(session) && floor !== null ? floor.waiting + floor.callbacks : 0,
    alarms: alarms.data ?? 0,
    flows: reviews.data ?? 0,
  };
}

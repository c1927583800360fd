import { useCallback } from "react";
import { useSearchParams } from "react-router";

export const DRAWER_TABS = ["findings", "simulator", "scenarios"] as const;
export type DrawerTab = (typeof DRAWER_TABS)[number];

/** Which tab of the drawer is open, in the address beside what else is there; null: none is. */
export function useDrawerTab(): [DrawerTab | null, (tab: DrawerTab | null) => void] {
  const [params, setParams] = useSearchParams();
  const open = DRAWER_TABS.find((each) => each === params.get("tab")) ?? null;
  const show = useCallback(
    (tab: DrawerTab | null) =>
      setParams((before) => {
        const next = new URLSearchParams(before);
        if (tab === null) next.delete("tab");
        else next.set("tab", tab);
        return next;
      }),
    [setParams],
  );
  return [open, show];
}

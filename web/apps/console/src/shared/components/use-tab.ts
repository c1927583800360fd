import { useSearchParams } from "react-router";

const TAB = "tab";

/**
 * The tab of a page, in its address: back, a reload and a link lead to it. The first has none. What
 * else the address says (filters) is of the tab that is left.
 */
export function useTab<Tab extends string>(tabs: readonly Tab[]): [Tab, (tab: string) => void] {
  const [params, setParams] = useSearchParams();
  const [first] = tabs as readonly [Tab];
  const tab = tabs.find((each) => each === params.get(TAB)) ?? first;
  return [tab, (next) => setParams(next === first ? {} : { [TAB]: next })];
}

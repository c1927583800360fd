import { useSearchParams } from "react-router";

/** The view lives in the address bar, so that a link to it can be sent. */
export function useFilters<Name extends string>(names: readonly Name[]) {
  const [params, setParams] = useSearchParams();
  const values = Object.fromEntries(names.map((name) => [name, params.get(name) ?? ""])) as Record<
    Name,
    string
  >;
  const set = (change: Partial<Record<Name, string>>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change) as [Name, string][]) {
          if (value === "") next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  const active = names.some((name) => params.has(name));
  const clear = () =>
    set(Object.fromEntries(names.map((name) => [name, ""])) as Record<Name, string>);
  return { values, set, clear, active, search: params.toString() };
}

const DAY = 24 * 3600 * 1000;

/** The instants of a named range; `today` is the start of today in the centre's zone. */
export function rangeOf(range: string, today: number): { from?: string; to?: string } {
  const at = (milliseconds: number) => new Date(milliseconds).toISOString();
  switch (range) {
    case "today":
      return { from: at(today) };
    case "yesterday":
      return { from: at(today - DAY), to: at(today) };
    case "week":
      return { from: at(today - 6 * DAY) };
    case "month":
      return { from: at(today - 29 * DAY) };
    default:
      return {};
  }
}

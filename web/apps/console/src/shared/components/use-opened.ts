import { useSearchParams } from "react-router";

const OPEN = "open";

/** The row that is open beside its list, in the page's address; null closes it. */
export function useOpened(): [string | null, (id: string | null) => void] {
  const [params, setParams] = useSearchParams();
  const open = (id: string | null) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (id === null) next.delete(OPEN);
      else next.set(OPEN, id);
      return next;
    });
  return [params.get(OPEN), open];
}

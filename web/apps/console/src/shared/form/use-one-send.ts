import { useRef, useState } from "react";

/**
 * One send at a time. Keys come faster than a page is drawn: the next may begin only once the page
 * shows how the last one ended, with a form that is still there and what stands in it then.
 */
export function useOneSend() {
  const [ended, setEnded] = useState(0);
  const begun = useRef(0);
  return {
    isSending: () => begun.current > ended,
    /** False while one is on its way. */
    begin: () => {
      if (begun.current > ended) return false;
      begun.current = ended + 1;
      return true;
    },
    end: () => setEnded(begun.current),
  };
}

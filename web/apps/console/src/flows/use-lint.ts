import type { EditorStore, Finding } from "@lianxin/flow-editor";
import { useEffect, useState } from "react";
import { lint } from "./data";

const AFTER = 500; // ms of rest

export type LintState = "waiting" | "done" | "failed";

/** Ask what is wrong with the drawing whenever the hand rests; the marks go onto the canvas. */
export function useLint(code: string, store: EditorStore): LintState {
  const [state, setState] = useState<LintState>("waiting");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;
    let seen: unknown = null;
    const ask = async () => {
      asked += 1;
      const mine = asked;
      try {
        const { findings } = await lint(code, store.get().document.spec);
        if (mine !== asked) return;
        store.overlay({
          findings: findings.map(
            (each): Finding => ({ ...each, node: each.node === "" ? null : each.node }),
          ),
        });
        setState("done");
      } catch {
        if (mine === asked) setState("failed");
      }
    };
    const changed = () => {
      const { spec } = store.get().document;
      if (spec === seen) return;
      seen = spec;
      setState("waiting");
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), AFTER);
    };
    changed();
    const stop = store.subscribe(changed);
    return () => {
      stop();
      asked += 1;
      clearTimeout(timer);
    };
  }, [code, store]);
  return state;
}

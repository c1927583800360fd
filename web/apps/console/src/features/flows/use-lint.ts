import { type EditorStore, type Finding, looseExit } from "@lianxin/flow-editor";
import { type Translate, useTranslation } from "@lianxin/i18n";
import { useEffect, useRef, useState } from "react";
import { lint } from "./data";

const AFTER = 500; // ms of rest

export type LintState = "waiting" | "done" | "failed";

/** A finding for the canvas. That an exit leads nowhere is said by the exit's own word. */
function shown(
  found: Omit<Finding, "node"> & { node: string },
  store: EditorStore,
  t: Translate,
): Finding {
  const { node, place } = found;
  if (node === "") return { ...found, node: null };
  const exit = looseExit(store.get().document.spec, node, place);
  return exit === null ? found : { ...found, message: t("flows.loose", { exit }) };
}

/** Ask what is wrong with the drawing whenever the hand rests; the marks go onto the canvas. */
export function useLint(code: string, store: EditorStore): LintState {
  const { t } = useTranslation();
  const latest = useRef(t);
  latest.current = t;
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
        store.overlay({ findings: findings.map((each) => shown(each, store, latest.current)) });
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

import { type EditorStore, NODE_TYPES, walkedOver } from "@lianxin/flow-editor";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useSession } from "../../shared/session";
import { type FlowDetail, type Simulated, simulate } from "./data";
import { firstSetup, type Setup, type Step, wireSetup } from "./setup";
import { usePlayback } from "./use-playback";

const AGAIN_AFTER = 600; // ms of rest after the drawing changed

/** The path of the simulated call goes onto the canvas. */
function show(store: EditorStore, answer: Simulated | null): void {
  store.overlay({ walked: answer && pathOf(store, answer) });
}

function pathOf(store: EditorStore, answer: Simulated) {
  const visits = answer.transcript
    .filter(({ kind, node }) => kind === "entered" && node !== "")
    .map(({ node, at }) => ({ node, at }));
  const { nodes } = store.get().document.spec;
  const current = answer.finished ? null : answer.node;
  return walkedOver(NODE_TYPES, nodes, visits, answer.edges, current);
}

/** The addresses of what plays now, word for word: a prompt, or the parts of a number. */
export function soundsOf({ playing }: Simulated): string[] {
  const urls = playing.flatMap(({ url, parts }) =>
    url === "" ? parts.map((part) => part.url) : [url],
  );
  return urls.filter((url) => url !== "");
}

/** One simulated call: every act replays it from the start, so the drawing may change under it. */
export function useSimulation(code: string, store: EditorStore, flow: FlowDetail) {
  const { zone } = useSession();
  const [setup, setSetup] = useState<Setup>(() => firstSetup(zone, flow.lines[0] ?? "", []));
  const [steps, setSteps] = useState<readonly Step[] | null>(null);
  const [answer, setAnswer] = useState<Simulated | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const asked = useRef(0);
  const playback = usePlayback();

  const run = useCallback(
    async (nextSetup: Setup, next: readonly Step[], aloud: boolean) => {
      asked.current += 1;
      const mine = asked.current;
      setSteps(next);
      setBusy(true);
      try {
        const { spec } = store.get().document;
        const body = { spec, setup: wireSetup(nextSetup, zone), steps: [...next] };
        const got = await simulate(code, body);
        if (mine !== asked.current) return;
        setAnswer(got);
        setError(null);
        show(store, got);
        if (aloud) playback.play(soundsOf(got));
      } catch (problem) {
        if (mine === asked.current) setError(problem);
      } finally {
        if (mine === asked.current) setBusy(false);
      }
    },
    [code, store, zone, playback.play],
  );
  const stop = useCallback(() => {
    asked.current += 1;
    playback.stop();
    setSteps(null);
    setAnswer(null);
    setError(null);
    setBusy(false);
    show(store, null);
  }, [store, playback.stop]);

  useReplay(store, steps !== null, () => steps !== null && void run(setup, steps, false));
  return useMemo(
    () => ({
      setup,
      setSetup,
      steps,
      answer,
      error,
      busy,
      playback,
      start: () => void run(setup, [], true),
      act: (step: Step) => void run(setup, [...(steps ?? []), step], true),
      back: () => void run(setup, (steps ?? []).slice(0, -1), false),
      load: (next: Setup, walked: readonly Step[]) => {
        setSetup(next);
        void run(next, walked, false);
      },
      stop,
    }),
    [setup, steps, answer, error, busy, playback, run, stop],
  );
}

export type Simulation = ReturnType<typeof useSimulation>;

/** Walk the call again when the drawing changed and the hand rests. */
function useReplay(store: EditorStore, on: boolean, replay: () => void): void {
  const latest = useRef(replay);
  latest.current = replay;
  useEffect(() => {
    if (!on) return;
    let { spec } = store.get().document;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.subscribe(() => {
      const now = store.get().document.spec;
      if (now === spec) return;
      spec = now;
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), AGAIN_AFTER);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, on]);
}

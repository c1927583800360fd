import type { EditorStore } from "@lianxin/flow-editor";
import { useTranslation, wordFor } from "@lianxin/i18n";
import { Button } from "antd";
import { useEffect, useRef } from "react";
import type { Simulated } from "./data";
import type { usePlayback } from "./use-playback";
import { soundsOf } from "./use-simulation";

const TONES: Record<string, string> = {
  pressed: "talk",
  agent_came: "talk",
  dial_answered: "talk",
  record: "hold",
  queue: "hold",
  dial: "hold",
  case: "ready",
  tell: "ready",
  hang_up: "failed",
  stopped: "failed",
  ignored: "off",
};

/** Told by what stands beside them: the key by `pressed`, the exit by the node that follows. */
const SILENT = new Set(["key", "exit"]);

/** Where the words are of what the text of a line holds, by its kind. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  ask: ["flows.sim.sources"],
  told: ["flows.sim.outcomes"],
  tell: ["calls.event"],
  record: ["calls.kind"],
  recorded: ["flows.sim.recorded"],
  case: ["flows.sim.outcomes", "flows.sim.recorded"],
  queue: ["calls.queue"],
  queue_left: ["flows.sim.left"],
  dial_ended: ["calls.dialReason"],
  hang_up: ["flows.sim.by"],
  sent_to: ["calls.node"],
  stopped: ["flows.sim.stops"],
};

/** The text of a line as people say it; what nobody has words for stays as it is. */
export function textWord(kind: string, text: string): string {
  for (const prefix of WORDS[kind] ?? []) {
    const known = wordFor(prefix, text, "");
    if (known !== "") return known;
  }
  return text;
}

/** Line by line what the caller did and heard; the newest stays in sight. */
export function Transcript({
  answer,
  store,
  playback,
}: {
  answer: Simulated;
  store: EditorStore;
  playback: ReturnType<typeof usePlayback>;
}) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const { transcript, playing } = answer;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a longer transcript scrolls to its end
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [transcript]);
  const urls = soundsOf(answer);
  const { notes } = store.get().document.layout;
  /** As its card is called; within a subflow by its own id. */
  const nameOf = (node: string) => notes[node] ?? node;
  return (
    <>
      <ol className="flow-transcript" ref={list} aria-label={t("flows.sim.transcript")}>
        {transcript
          .filter(({ kind }) => !SILENT.has(kind))
          .map(({ at, node, kind, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a transcript only grows
            <li key={index} className={`flow-line flow-line-${kind}`}>
              <span className="lx-figure lx-faint">{at.toFixed(1)}</span>
              <button type="button" onClick={() => store.seek(node.split("/")[0] ?? node)}>
                {nameOf(node)}
              </button>
              <span className={`lx-tone-${TONES[kind] ?? ""}`}>
                <span className="flow-line-kind">{wordFor("flows.sim.happened", kind, kind)}</span>
                {kind === "entered" ? "" : ` ${textWord(kind, text)}`}
              </span>
            </li>
          ))}
      </ol>
      {urls.length > 0 && (
        <p className="flow-playing">
          <Button size="small" onClick={() => playback.play(urls, true)}>
            {t("flows.sim.listen")}
          </Button>
          <span className="lx-soft">{playing.map(({ text }) => text).join(" ")}</span>
        </p>
      )}
    </>
  );
}

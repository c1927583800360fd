import { type EditorStore, nodeName } from "@lianxin/flow-editor";
import { listOf, useTranslation, wordFor } from "@lianxin/i18n";
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

/** A moment of the call by its own clock, as `1:07.5`. */
export function sinceStart(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const rest = ((tenths % 600) / 10).toFixed(1).padStart(4, "0");
  return `${Math.floor(tenths / 600)}:${rest}`;
}

/** How long a line lasted, and what callers would not hear of it. */
function Lasted({ data }: { data: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation();
  const { seconds, estimated, missing } = data;
  const silent = Array.isArray(missing) ? missing.map(String) : [];
  return (
    <>
      {typeof seconds === "number" && seconds > 0 && (
        <span className="lx-figure lx-faint" title={estimated ? t("flows.sim.estimated") : ""}>
          {estimated === true ? " ≈ " : " "}
          {t("flows.sim.lasted", { seconds: seconds.toFixed(1) })}
        </span>
      )}
      {silent.length > 0 && (
        <span className="lx-tone-hold"> {t("flows.sim.silent", { what: listOf(silent) })}</span>
      )}
    </>
  );
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
  const nameOf = (node: string) => nodeName(node, notes);
  return (
    <>
      <ol className="flow-transcript" ref={list} aria-label={t("flows.sim.transcript")}>
        {transcript
          .filter(({ kind }) => !SILENT.has(kind))
          .map(({ at, node, kind, text, data }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a transcript only grows
            <li key={index} className={`flow-line flow-line-${kind}`}>
              <span className="lx-figure lx-faint">{sinceStart(at)}</span>
              <button type="button" onClick={() => store.seek(node)}>
                {nameOf(node)}
              </button>
              <span className={`lx-tone-${TONES[kind] ?? ""}`}>
                <span className="flow-line-kind">{wordFor("flows.sim.happened", kind, kind)}</span>
                {kind === "entered" ? "" : ` ${textWord(kind, text)}`}
                <Lasted data={data} />
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

import type { PromptRead } from "@lianxin/api";
import { useTranslation, wordFor } from "@lianxin/i18n";
import { type LampShape, type LampTone, Tag } from "@lianxin/ui";
import { seconds } from "./seconds";

type Audio = PromptRead["languages"]["zh"];

const LOOK: Record<Audio["heard"], [LampTone, LampShape]> = {
  own: ["ready", "disc"],
  shipped: ["off", "disc"],
  fallback: ["hold", "ring"],
  missing: ["failed", "cross"],
};

/** What a caller hears in one language, and for how long. */
export function HeardTag({ audio, brief = false }: { audio: Audio; brief?: boolean }) {
  const { t } = useTranslation();
  const [tone, shape] = LOOK[audio.heard];
  const word = audio.stale ? t("prompts.stale") : t(`prompts.heard.${audio.heard}`);
  const has = audio.heard === "own" || audio.heard === "shipped";
  return (
    <span className="prompt-heard">
      <Tag tone={audio.stale ? "hold" : tone} shape={audio.stale ? "pen" : shape}>
        {audio.rendering ? t("prompts.state.rendering") : word}
      </Tag>
      {has && <span className="lx-faint lx-figure">{seconds(audio.seconds)}</span>}
      {!brief && has && audio.voice !== "" && (
        <span className="lx-faint">{wordFor("prompts.voice", audio.voice, audio.voice)}</span>
      )}
    </span>
  );
}

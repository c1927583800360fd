import type { RecordingRead } from "@lianxin/api";
import { duration, useTranslation } from "@lianxin/i18n";
import { Player, type PlayerTexts } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";

function usePlayerTexts(): PlayerTexts {
  const { t } = useTranslation();
  return {
    play: t("common.player.play"),
    pause: t("common.player.pause"),
    position: t("common.player.position"),
    speed: t("common.player.speed"),
    failed: t("common.player.failed"),
    back: t("common.player.back"),
  };
}

/** One recording: its kind and length, and the player for whoever may hear it. */
function Recording({ recording }: { recording: RecordingRead }) {
  const { t } = useTranslation();
  const texts = usePlayerTexts();
  const client = useQueryClient();
  const { id, kind, state, milliseconds, ends_early, may_hear } = recording;
  return (
    <div className="recording">
      <p>
        {t(`calls.kind.${kind}`)}{" "}
        {state === "stored" ? (
          <span className="lx-faint lx-figure">{duration(milliseconds)}</span>
        ) : (
          <span className={state === "lost" ? "lx-tone-failed" : "lx-tone-talk"}>
            {t(`calls.storage.${state}`)}
          </span>
        )}
        {ends_early && <span className="lx-tone-failed"> {t("calls.endsEarly")}</span>}
      </p>
      {state === "stored" && may_hear && (
        <Player
          key={id}
          source={`/api/recordings/${id}/audio`}
          length={milliseconds}
          texts={texts}
          onFetched={() => void client.invalidateQueries({ queryKey: ["messages"] })}
        />
      )}
      {state === "stored" && !may_hear && (
        <p className="lx-faint">{t("common.player.notAllowed")}</p>
      )}
    </div>
  );
}

export function Recordings({ items, none }: { items: readonly RecordingRead[]; none: string }) {
  const { t } = useTranslation();
  if (items.length === 0) return <p className="lx-soft">{none}</p>;
  return (
    <>
      {items.map((recording) => (
        <Recording key={recording.id} recording={recording} />
      ))}
      {items.some(({ may_hear }) => may_hear) && (
        <p className="lx-faint small">{t("common.player.logged")}</p>
      )}
    </>
  );
}

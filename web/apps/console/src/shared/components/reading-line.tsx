import type { CaseRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Lamp, type LampShape, type LampTone } from "@lianxin/ui";

type Reading = CaseRead["reading"];
type Look = { tone: LampTone; shape: LampShape };

const LOOKS: Record<Reading["state"], Look> = {
  none: { tone: "off", shape: "dash" },
  waiting: { tone: "hold", shape: "wave" },
  ready: { tone: "ready", shape: "disc" },
  failed: { tone: "failed", shape: "cross" },
};

/** Whether callers hear texts that nobody has recorded, and if not, why. */
export function ReadingLine({ reading }: { reading: Reading }) {
  const { t } = useTranslation();
  const { state, engine, reason, seconds } = reading;
  const unread = state === "waiting" && !engine;
  const word = unread ? t("reading.noEngine") : t(`reading.${state}`, { reason, seconds });
  return (
    <p className="reading-line">
      <Lamp {...(unread ? LOOKS.none : LOOKS[state])} /> {word}
    </p>
  );
}

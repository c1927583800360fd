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
  const look = unread(reading) ? LOOKS.none : LOOKS[reading.state];
  return (
    <p className="reading-line">
      <Lamp {...look} /> {wordOf(reading, t)}
    </p>
  );
}

/** Why callers do not hear the texts now; null: they do, or all of it was recorded. */
export function unheard(reading: Reading, t: Words): string | null {
  const { state } = reading;
  return state === "waiting" || state === "failed" ? wordOf(reading, t) : null;
}

type Words = ReturnType<typeof useTranslation>["t"];

const unread = ({ state, engine }: Reading) => state === "waiting" && !engine;

function wordOf(reading: Reading, t: Words): string {
  const { state, reason, seconds } = reading;
  return unread(reading) ? t("reading.noEngine") : t(`reading.${state}`, { reason, seconds });
}

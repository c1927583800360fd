import { useTranslation } from "@lianxin/i18n";
import { Tag, useNow } from "@lianxin/ui";
import type { Poll } from "./data";
/** Before, during or after the time in which citizens vote. */
export function phaseOf(poll: Poll, now: number): "coming" | "open" | "over" {
  if (now < Date.parse(poll.opens_at)) return "coming";
  return now < Date.parse(poll.closes_at) ? "open" : "over";
}

export function PollTag({ poll }: { poll: Poll }) {
  const { t } = useTranslation();
  const phase = phaseOf(poll, useNow());
  const tone = phase === "open" ? "ready" : phase === "coming" ? "hold" : "off";
  return (
    <Tag tone={tone} shape={phase === "open" ? "disc" : "dash"}>
      {t(`polls.phase.${phase}`)}
    </Tag>
  );
}

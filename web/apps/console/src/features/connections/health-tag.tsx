import { useTranslation } from "@lianxin/i18n";
import { type LampTone, Tag } from "@lianxin/ui";
import type { Connection } from "./data";

const TONES = { closed: "ready", half_open: "hold", open: "failed" } as const;

/** Whether the service answers, as the switchboard saw it last. */
export function HealthTag({ health }: { health: Connection["health"] }) {
  const { t } = useTranslation();
  if (health === null) {
    return (
      <Tag tone="off" shape="dash">
        {t("connections.health.unasked")}
      </Tag>
    );
  }
  const tone: LampTone = TONES[health.breaker];
  return (
    <Tag tone={tone} shape={health.breaker === "open" ? "cross" : "disc"}>
      {t(`connections.health.${health.breaker}`)}
    </Tag>
  );
}

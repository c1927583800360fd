import { useTranslation } from "@lianxin/i18n";
import { Tag } from "@lianxin/ui";
import type { Lamps } from "../../shared/components/outbox";
import type { Notice } from "./data";

export const LAMPS: Lamps<Notice["state"]> = {
  waiting: ["hold", "ring"],
  sent: ["ready", "disc"],
  failed: ["failed", "cross"],
  skipped: ["off", "dash"],
};

/** How far a notice is. */
export function NoticeStateTag({ state }: { state: Notice["state"] }) {
  const { t } = useTranslation();
  const [tone, shape] = LAMPS[state];
  return (
    <Tag tone={tone} shape={shape}>
      {t(`notices.state.${state}`)}
    </Tag>
  );
}

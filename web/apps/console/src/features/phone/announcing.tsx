import type { CallView } from "@lianxin/api/live";
import { useTranslation } from "@lianxin/i18n";
import { useNow } from "@lianxin/ui";
import { Button } from "antd";
import { useState } from "react";
import { usePhoneCommands } from "./commands";

/** 接通，正在报工号: in how many seconds the two hear each other. */
export function Announcing({ until, offset }: { until: number; offset: number }) {
  const { t } = useTranslation();
  const [began] = useState(Date.now); // the clock that ticks for all may be a second old
  const seconds = Math.ceil((until - Math.max(useNow(), began) - offset) / 1000);
  return <strong>{seconds > 0 ? t("phone.announcing", { seconds }) : t("phone.announced")}</strong>;
}

/** To speak before the announcement is over, where the queue lets its agents. */
export function CutButton({ call }: { call: CallView }) {
  const { t } = useTranslation();
  const { cutAnnouncement } = usePhoneCommands();
  if (call.phase !== "connecting" || call.may_cut !== true) return null;
  return (
    <Button type="primary" onClick={cutAnnouncement}>
      {t("phone.cut")} <kbd>F2</kbd>
    </Button>
  );
}

import { useTranslation } from "@lianxin/i18n";
import { useEffect } from "react";
import { masked } from "../../shared/formats/number";
import { useWorkplaceState } from "../../shared/live/context";
import { currentCall } from "../../shared/live/state";
import { useTitle } from "../../shared/title";
import { ring } from "./ring";

/** True while a call waits to be answered here. */
export function useRinging(): boolean {
  const { live, phone } = useWorkplaceState();
  if (live.connection === "replaced") return false;
  const offered = currentCall(live)?.phase === "ringing";
  return offered || (phone.session === "incoming" && live.connection === "lost");
}

/** The sound and the tab's title of a ringing telephone; once on a page. */
export function useRingingSigns(): string {
  const { t } = useTranslation();
  const { live } = useWorkplaceState();
  const ringing = useRinging();
  const number = currentCall(live)?.caller ?? "";
  const caller = number === "" ? t("common.unknownNumber") : masked(number);
  useEffect(() => (ringing ? ring() : undefined), [ringing]);
  useTitle("alert", ringing ? `● ${t("phone.tabRinging", { caller })}` : "");
  return ringing ? t("phone.ringingAlert", { caller }) : "";
}

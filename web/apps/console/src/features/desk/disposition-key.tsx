import { useTranslation } from "@lianxin/i18n";
import { App } from "antd";
import { useEffect, useRef, useState } from "react";
import { useDispositions } from "../../shared/data/dispositions";
import { useKeys } from "../../shared/keys";
import { useWorkplace, useWorkplaceState } from "../../shared/live/context";
import { currentCall, type LiveState } from "../../shared/live/state";
import { useCall } from "../calls";
import { DispositionDialog } from "./disposition-dialog";

/**
 * The call that the agent is in or has just been in; null when they have talked with nobody. A page
 * that was loaded since knows it from the switchboard.
 */
function callToDispose(live: LiveState): string | null {
  const call = currentCall(live);
  if (call !== null) return call.phase === "ringing" ? null : call.id;
  const ended = live.ended?.call;
  const last = live.agent?.last_call ?? "";
  if (ended === undefined || (last !== "" && last !== ended.id)) return last || null;
  return ended.answered_at !== null ? ended.id : null;
}

/**
 * 结束方式 by one key, in a call and after it. Whoever goes ready after a call with neither a case
 * nor a disposition is asked once, and goes ready by the same key again.
 */
export function DispositionKey() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const workplace = useWorkplace();
  const { live } = useWorkplaceState();
  const [open, setOpen] = useState<"no" | "key" | "ask">("no");
  const asked = useRef("");
  const call = callToDispose(live);
  const wrapsUp = live.agent?.state === "wrap_up";
  const { data } = useCall(wrapsUp || open !== "no" ? call : null);
  const offered = (useDispositions().data ?? []).some(({ archived }) => !archived);
  // What is not known yet holds nobody up.
  const unsaid =
    data !== undefined &&
    data.answered_at !== null &&
    data.cases === 0 &&
    data.disposition === null;
  const undecided = wrapsUp && offered && data?.id === call && unsaid;
  useEffect(
    () =>
      workplace.askBeforeReady(() => {
        if (!undecided || call === null || asked.current === call) return false;
        asked.current = call;
        setOpen("ask");
        return true;
      }),
    [workplace, undecided, call],
  );
  const toggle = () => {
    if (open !== "no") setOpen("no");
    else if (call === null) void message.info(t("dispositions.noCall"));
    else setOpen("key");
  };
  useKeys([{ combo: "F7", label: t("dispositions.call"), run: toggle, overDialogs: true }]);
  if (open === "no" || call === null) return null;
  const close = () => setOpen("no");
  return (
    <DispositionDialog
      key={call}
      call={call}
      given={data?.disposition?.code ?? null}
      asks={open === "ask"}
      onClose={close}
      onReady={() => {
        close();
        workplace.ready();
      }}
    />
  );
}

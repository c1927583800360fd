import { useTranslation } from "@lianxin/i18n";
import { App } from "antd";
import { useWorkplace } from "../../shared/live/context";

/** What the agent can do with the telephone, with a word when it cannot be done now. */
export function usePhoneCommands() {
  const workplace = useWorkplace();
  const { message } = App.useApp();
  const { t } = useTranslation();
  const orSay = (done: boolean) => {
    if (!done) void message.warning(t("phone.lost"));
  };
  return {
    answer: () => workplace.answer(),
    cutAnnouncement: () => orSay(workplace.cutAnnouncement()),
    hangUp: () => workplace.hangUp(),
    toggleHold: () => {
      if (!workplace.toggleHold()) void message.warning(t("phone.needLive"));
    },
    sendTo: (call: string, node: string, back: boolean) =>
      orSay(workplace.send({ type: "send_to", call, node, back })),
    ready: () => orSay(workplace.ready()),
    notReady: (reason: string) => orSay(workplace.send({ type: "not_ready", reason })),
    takeOver: () => workplace.start(),
  };
}

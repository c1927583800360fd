import { useTranslation } from "@lianxin/i18n";
import { Button } from "antd";
import { useState } from "react";
import { useKeys } from "../../shared/keys";
import { usePhoneCommands } from "./commands";
import { SendDialog } from "./send-dialog";

/** The button of 人工转自动 and its key. What the agent has typed stays where it is. */
export function SendAway({ call, can }: { call: string; can: boolean }) {
  const { t } = useTranslation();
  const { sendTo } = usePhoneCommands();
  const [open, setOpen] = useState(false);
  const ask = () => {
    if (can) setOpen(true);
  };
  useKeys([{ combo: "F9", label: t("shell.key.sendAway"), run: ask }]);
  const send = (node: string, back: boolean) => {
    setOpen(false);
    sendTo(call, node, back);
  };
  return (
    <>
      <Button disabled={!can} onClick={ask}>
        {t("phone.send.button")} <kbd>F9</kbd>
      </Button>
      {open && can && <SendDialog call={call} onSend={send} onClose={() => setOpen(false)} />}
    </>
  );
}

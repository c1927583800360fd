import { useTranslation } from "@lianxin/i18n";
import { App, Modal } from "antd";
import { useRef, useState } from "react";
import { SetUp, useSetUp } from "./set-up";

/** The set-up in a dialog. Left in the middle, it says what is in force still. */
export function SetUpDialog({ on, onClose }: { on: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const body = useRef<HTMLDivElement>(null);
  const setUp = useSetUp();
  const [replaces] = useState(on); // once it is confirmed there is one in any case
  const { at } = setUp.step;
  const leave = () => {
    if (at === "key") {
      void message.info(t(replaces ? "security.factor.leftOld" : "security.factor.leftOff"));
    }
    onClose();
  };
  const finish = () => {
    void message.success(t(replaces ? "security.factor.replaced" : "security.factor.isOn"));
    onClose();
  };
  const told = at === "codes"; // not shown again: left by their button only
  return (
    <Modal
      open
      title={t(replaces ? "security.factor.replace" : "security.factor.setUpTitle")}
      width={560}
      closable={!told}
      keyboard={!told}
      mask={{ closable: false }}
      footer={null}
      // `autoFocus` comes too early in a dialog: what is drawn is put on the page after it.
      afterOpenChange={(open) => open && body.current?.querySelector("input")?.focus()}
      onCancel={leave}
    >
      <div ref={body}>
        <SetUp state={setUp} on={replaces} onDone={finish} onCancel={leave} />
      </div>
    </Modal>
  );
}

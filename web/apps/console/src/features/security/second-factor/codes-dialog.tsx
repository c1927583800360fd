import { useTranslation } from "@lianxin/i18n";
import { Modal } from "antd";
import { RecoveryCodes } from "./recovery-codes";

/** New recovery codes: left by their button only, as they are not shown again. */
export function CodesDialog({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={t("security.factor.codes")}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={null}
    >
      <RecoveryCodes codes={codes} onDone={onDone} />
    </Modal>
  );
}

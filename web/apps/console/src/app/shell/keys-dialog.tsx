import { useTranslation } from "@lianxin/i18n";
import { Modal } from "antd";
import { useAllKeys } from "../../shared/keys";

/** `?`: every key that works on this page. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal title={t("shell.keys")} open={open} onCancel={onClose} footer={null} destroyOnHidden>
      <KeysList />
    </Modal>
  );
}

function KeysList() {
  const { t } = useTranslation();
  const keys = useAllKeys();
  const rows = [
    ...keys().map(({ combo, label }) => ({ combo, label })),
    { combo: "↑ ↓", label: t("shell.key.rows") },
    { combo: "Enter", label: t("shell.key.open") },
  ];
  return (
    <dl className="keys">
      {rows.map(({ combo, label }) => (
        <div key={combo}>
          <dt>
            <kbd>{combo}</kbd>
          </dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
  );
}

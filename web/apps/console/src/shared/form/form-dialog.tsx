import { useTranslation } from "@lianxin/i18n";
import { Modal } from "antd";
import type { ReactNode } from "react";
import { ApiForm } from "./api-form";
import type { ApiFormState } from "./use-api-form";

/** A form in a dialog. It is rendered while it is open; a click beside it loses nothing. */
export function FormDialog<Values extends object>({
  state,
  title,
  saveLabel,
  disabled = false,
  onClose,
  children,
}: {
  state: ApiFormState<Values>;
  title: string;
  saveLabel?: string;
  /** Nothing can be sent yet. */
  disabled?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={title}
      okText={saveLabel ?? t("common.save")}
      cancelText={t("common.cancel")}
      okButtonProps={{ disabled }}
      confirmLoading={state.busy}
      mask={{ closable: false }}
      onOk={() => state.form.submit()}
      onCancel={() => {
        state.discard();
        onClose();
      }}
    >
      <ApiForm state={state} className="form" buttons={false}>
        {children}
      </ApiForm>
    </Modal>
  );
}

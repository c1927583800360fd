import { useTranslation } from "@lianxin/i18n";
import { Modal } from "antd";
import type { ReactNode } from "react";
import { ApiForm } from "./api-form";
import type { ApiFormState } from "./use-api-form";

const CONTROL = ".ant-form-item :is(input:not([hidden]), textarea, button)";

/** `autoFocus` comes too early in a dialog: what is drawn is put on the page after it. */
function focusFirst(id: string): void {
  const form = document.getElementById(id);
  if (form?.contains(document.activeElement)) return; // somebody was faster
  form?.querySelector<HTMLElement>(CONTROL)?.focus();
}

/** A form in a dialog. It is rendered while it is open; a click beside it loses nothing. */
export function FormDialog<Values extends object>({
  state,
  title,
  saveLabel,
  disabled = false,
  width,
  onClose,
  children,
}: {
  state: ApiFormState<Values>;
  title: string;
  saveLabel?: string;
  /** Nothing can be sent yet. */
  disabled?: boolean;
  /** Where what is wrong takes more room than the fields. */
  width?: number;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      {...(width === undefined ? {} : { width })}
      title={title}
      okText={saveLabel ?? t("common.save")}
      cancelText={t("common.cancel")}
      okButtonProps={{ disabled }}
      confirmLoading={state.busy}
      mask={{ closable: false }}
      afterOpenChange={(open) => open && focusFirst(state.id)}
      onOk={() => state.form.submit()}
      onCancel={onClose} // Esc and the cross: what was typed is kept
      cancelButtonProps={{
        onClick: () => {
          state.discard();
          onClose();
        },
      }}
    >
      <ApiForm state={state} className="form" buttons={false}>
        {children}
      </ApiForm>
    </Modal>
  );
}

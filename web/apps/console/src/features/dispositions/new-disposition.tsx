import type { DispositionCreate } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { App, Input } from "antd";
import { FormDialog, FormItem, useApiForm } from "../../shared/form";
import { makeDisposition } from "./data";
import { DispositionFields } from "./disposition-form";

const CODE = /^[a-z][a-z0-9_-]{0,31}$/;

/** A new disposition stands behind the others unless it is told where. */
export function NewDispositionDialog({
  onClose,
  onMade,
}: {
  onClose: () => void;
  onMade: (code: string) => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const state = useApiForm<DispositionCreate>({
    name: "disposition/+",
    initial: { code: "", name_zh: "", name_en: "", position: null, archived: false },
    write: (values) => makeDisposition(values),
    keys: [["dispositions"]],
    onDone: ({ code, name_zh: name }) => {
      void message.success(t("dispositions.saved", { name }));
      onClose();
      onMade(code);
    },
  });
  return (
    <FormDialog
      state={state}
      title={t("dispositions.make")}
      saveLabel={t("dispositions.make")}
      onClose={onClose}
    >
      <DispositionFields />
      <FormItem
        name="code"
        label={t("dispositions.field.code")}
        hint={t("dispositions.codeHint")}
        required
        normalize={(code: string) => code.trim()}
        rules={[{ pattern: CODE, message: t("dispositions.codeHint") }]}
      >
        <Input maxLength={32} />
      </FormItem>
    </FormDialog>
  );
}

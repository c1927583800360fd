import { useTranslation } from "@lianxin/i18n";
import { Input } from "antd";
import { FormDialog, FormItem, useApiForm } from "../../shared/form";
import { createPrompt } from "./data";

const CODE = /^[a-z][a-z0-9_]{0,47}$/;

/** Begin a prompt: its id, what people call it, and what it says. */
export function NewPromptDialog({
  onClose,
  onCreated,
}: {
  onClose: () => void;
  onCreated: (code: string) => void;
}) {
  const { t } = useTranslation();
  const state = useApiForm({
    name: "prompt/+",
    initial: { code: "", name: "", texts: { zh: "" } },
    write: createPrompt,
    keys: [["prompts"], ["prompt"], ["prompt-studio"]],
    onDone: ({ code }) => onCreated(code),
  });
  return (
    <FormDialog state={state} title={t("prompts.create")} onClose={onClose}>
      <FormItem
        name="code"
        label={t("prompts.field.code")}
        required
        rules={[{ pattern: CODE, message: t("prompts.codeForm") }]}
      >
        <Input autoFocus maxLength={48} placeholder="lunch_break" translate="no" />
      </FormItem>
      <FormItem name="name" label={t("prompts.field.name")}>
        <Input maxLength={64} />
      </FormItem>
      <FormItem name={["texts", "zh"]} label={t("prompts.field.text")}>
        <Input.TextArea rows={3} maxLength={1000} />
      </FormItem>
    </FormDialog>
  );
}

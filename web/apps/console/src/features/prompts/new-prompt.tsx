import { ApiError } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Field } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useState } from "react";
import { createPrompt, invalidatePrompt } from "./data";

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
  const client = useQueryClient();
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    if (!CODE.test(code)) return setProblem(t("prompts.codeForm"));
    setBusy(true);
    try {
      await createPrompt({ code, name, texts: { zh: text } });
      invalidatePrompt(client, code);
      onCreated(code);
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t("prompts.create")}
      okText={t("common.save")}
      cancelText={t("common.cancel")}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="prompt-form">
        <Field label={t("prompts.field.code")} required error={problem}>
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              value={code}
              maxLength={48}
              placeholder="lunch_break"
              status={problem === undefined ? "" : "error"}
              onChange={(event) => {
                setCode(event.target.value);
                setProblem(undefined);
              }}
            />
          )}
        </Field>
        <Field label={t("prompts.field.name")}>
          {(ids) => (
            <Input
              {...ids}
              value={name}
              maxLength={64}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("prompts.field.text")}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              value={text}
              rows={3}
              maxLength={1000}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  );
}

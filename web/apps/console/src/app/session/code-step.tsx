import { ApiError } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Alert, Button, Form, Input, type InputRef } from "antd";
import { useRef, useState } from "react";

interface Fields {
  code: string;
}

/** The second step of a sign-in: six digits of one's telephone, or a code for its loss. */
export function CodeStep({
  onCode,
  onBack,
}: {
  onCode: (code: string) => Promise<void>;
  onBack: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const field = useRef<InputRef>(null);
  const [kind, setKind] = useState<"oneTime" | "recovery">("oneTime");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const refuse = (error: unknown) => {
    const sentence = error instanceof ApiError ? error.message : String(error);
    if (error instanceof ApiError && error.code === "session.code_wrong") {
      form.setFields([{ name: "code", value: "", errors: [sentence] }]);
    } else setProblem(sentence);
    field.current?.focus();
  };
  const submit = async ({ code }: Fields) => {
    setBusy(true);
    setProblem(null);
    try {
      await onCode(code.trim());
    } catch (error) {
      refuse(error);
      setBusy(false);
    }
  };
  const turn = () => {
    setKind(kind === "oneTime" ? "recovery" : "oneTime");
    setProblem(null);
    form.resetFields();
  };

  return (
    <>
      <h1>{t("login.code.title")}</h1>
      <p className="lx-soft">{t(`login.code.${kind}.hint`)}</p>
      {problem !== null && <Alert type="error" title={problem} role="alert" />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        validateTrigger="onSubmit"
        onFinish={submit}
      >
        <Form.Item
          key={kind} // another field, which takes the keyboard
          name="code"
          label={t(`login.code.${kind}.label`)}
          rules={[{ required: true, whitespace: true, message: t(`login.code.${kind}.missing`) }]}
        >
          {kind === "oneTime" ? (
            <Input
              ref={field}
              autoFocus
              className="lx-figure"
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={7} // 123 456, as some telephones copy it
            />
          ) : (
            <Input
              ref={field}
              autoFocus
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={32}
            />
          )}
        </Form.Item>
        <Button type="primary" htmlType="submit" block size="large" loading={busy}>
          {t("login.submit")}
        </Button>
      </Form>
      <p className="login-ways">
        <Button onClick={onBack}>{t("login.code.back")}</Button>
        <Button type="link" onClick={turn}>
          {t(`login.code.${kind}.other`)}
        </Button>
      </p>
    </>
  );
}

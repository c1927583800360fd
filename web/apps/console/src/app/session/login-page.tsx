import { ApiError, api, type Session, unwrap } from "@lianxin/api";
import { onComputer, useTranslation } from "@lianxin/i18n";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Select } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { wouldLoseWords } from "../../shared/data/unsent";
import { Brand } from "../shell/brand";
import { Preferences } from "../shell/preferences";
import { CodeStep } from "./code-step";
import { type Credentials, signIn } from "./data";

const KEY = "lianxin.centre";

/** Why somebody who was in must sign in: `other_person`: another has, in this browser. */
export type Ended = "expired" | "other_person";

export function LoginPage({
  ended,
  onSignedIn,
}: {
  ended: Ended | null;
  onSignedIn: (session: Session) => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Credentials>();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  /** Their password was right: now it is their second factor's turn. */
  const [half, setHalf] = useState<Credentials | null>(null);
  const [returned, setReturned] = useState(false);
  const early = useRef(false);
  const centres = useQuery({
    queryKey: ["centres"],
    queryFn: () => unwrap(api.GET("/api/centres")),
  });
  useEffect(() => {
    const list = centres.data;
    if (!list || form.getFieldValue("centre")) return;
    const remembered = list.find(({ code }) => code === onComputer.getItem(KEY)) ?? list[0];
    if (!remembered) return;
    form.setFields([{ name: "centre", value: remembered.code, errors: [] }]);
    // Who was faster than the list goes in now.
    if (early.current) form.submit();
    early.current = false;
  }, [centres.data, form]);

  const enter = async (who: Credentials, code?: string) => {
    const session = await signIn(who, code);
    onComputer.setItem(KEY, who.centre);
    onSignedIn(session);
  };
  const submit = async ({ centre, number, password }: Credentials) => {
    const who = { centre, number: number.trim(), password };
    setBusy(true);
    setProblem(null);
    try {
      await enter(who);
    } catch (error) {
      if (error instanceof ApiError && error.code === "session.code_due") setHalf(who);
      else setProblem(error instanceof ApiError ? error.message : String(error));
      setBusy(false);
    }
  };
  const goBack = () => {
    form.resetFields(["password"]);
    setReturned(true);
    setHalf(null);
  };

  if (half !== null) {
    return (
      <Door>
        <CodeStep onCode={(code) => enter(half, code)} onBack={goBack} />
      </Door>
    );
  }
  const pageOnly = wouldLoseWords() ? { description: t("login.inPageOnly") } : {};
  return (
    <Door>
      <h1>{t("login.title")}</h1>
      {ended !== null && problem === null && (
        <Alert type="warning" title={t(`login.${ended}`)} {...pageOnly} />
      )}
      {problem !== null && <Alert type="error" title={problem} role="alert" />}
      {centres.data?.some(({ demo }) => demo) && (
        <Alert type="info" showIcon title={t("login.demo")} />
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        onFinishFailed={() => {
          early.current = centres.isPending;
        }}
      >
        <Form.Item
          name="centre"
          label={t("login.centre")}
          rules={[{ required: true, message: t("login.centreMissing") }]}
          help={centres.isError ? t("login.centresFailed") : undefined}
          validateStatus={centres.isError ? "error" : ""}
        >
          <Select
            loading={centres.isPending}
            options={(centres.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item
          name="number"
          label={t("login.number")}
          rules={[{ required: true, message: t("login.numberMissing") }]}
        >
          <Input autoFocus={!returned} autoComplete="username" inputMode="numeric" maxLength={12} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("login.password")}
          rules={[{ required: true, message: t("login.passwordMissing") }]}
        >
          <Input.Password autoFocus={returned} autoComplete="current-password" maxLength={256} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block size="large" loading={busy}>
          {t("login.submit")}
        </Button>
      </Form>
      {centres.isError && (
        <Button onClick={() => void centres.refetch()}>{t("common.retry")}</Button>
      )}
    </Door>
  );
}

/** The page on which people sign in. */
function Door({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <main className="login">
      <div className="login-box">
        <header>
          <Brand large />
          <p className="lx-soft">{t("common.slogan")}</p>
        </header>
        {children}
      </div>
      <Preferences />
    </main>
  );
}

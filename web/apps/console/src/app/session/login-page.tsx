import { ApiError, api, type Session, unwrap } from "@lianxin/api";
import { onComputer, useTranslation } from "@lianxin/i18n";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Select } from "antd";
import { useEffect, useRef, useState } from "react";
import { wouldLoseWords } from "../../shared/data/unsent";
import { Brand } from "../shell/brand";
import { Preferences } from "../shell/preferences";
import { signIn } from "./data";

const KEY = "lianxin.centre";

/** Why somebody who was in must sign in: `other_person`: another has, in this browser. */
export type Ended = "expired" | "other_person";

interface Fields {
  centre: string;
  number: string;
  password: string;
}

export function LoginPage({
  ended,
  onSignedIn,
}: {
  ended: Ended | null;
  onSignedIn: (session: Session) => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
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

  const submit = async ({ centre, number, password }: Fields) => {
    setBusy(true);
    setProblem(null);
    try {
      const session = await signIn(centre, number.trim(), password);
      onComputer.setItem(KEY, centre);
      onSignedIn(session);
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : String(error));
      setBusy(false);
    }
  };

  const pageOnly = wouldLoseWords() ? { description: t("login.inPageOnly") } : {};
  return (
    <main className="login">
      <div className="login-box">
        <header>
          <Brand large />
          <p className="lx-soft">{t("common.slogan")}</p>
        </header>
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
            <Input autoFocus autoComplete="username" inputMode="numeric" maxLength={12} />
          </Form.Item>
          <Form.Item
            name="password"
            label={t("login.password")}
            rules={[{ required: true, message: t("login.passwordMissing") }]}
          >
            <Input.Password autoComplete="current-password" maxLength={256} />
          </Form.Item>
          <Button type="primary" htmlType="submit" block size="large" loading={busy}>
            {t("login.submit")}
          </Button>
        </Form>
        {centres.isError && (
          <Button onClick={() => void centres.refetch()}>{t("common.retry")}</Button>
        )}
      </div>
      <Preferences />
    </main>
  );
}

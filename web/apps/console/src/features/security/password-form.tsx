import type { Session } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Input } from "antd";
import { ApiForm, FormItem, useApiForm } from "../../shared/form";
import { changePassword, LOGINS } from "./data";

interface Values {
  old: string;
  new: string;
  again: string;
}

const EMPTY: Values = { old: "", new: "", again: "" };

/** One's own password: the present one, and the new one twice. Nothing of it is kept anywhere. */
export function PasswordForm({ onChanged }: { onChanged: (session: Session) => void }) {
  const { t } = useTranslation();
  const state = useApiForm<Values>({
    name: "password",
    initial: EMPTY,
    write: async (values) => {
      onChanged(await changePassword({ old: values.old, new: values.new }));
    },
    keys: [LOGINS],
    onDone: () => state.form.resetFields(),
    withoutSecrets: () => EMPTY,
  });
  const same = {
    validator: (_: unknown, again: string) =>
      again === "" || again === state.form.getFieldValue("new")
        ? Promise.resolve()
        : Promise.reject(new Error(t("security.password.differs"))),
  };
  return (
    <ApiForm
      state={state}
      label={t("security.password.title")}
      saveLabel={t("security.password.save")}
    >
      <FormItem name="old" label={t("security.password.old")} required>
        <Input.Password autoComplete="current-password" maxLength={256} />
      </FormItem>
      <FormItem
        name="new"
        label={t("security.password.new")}
        hint={t("security.password.hint")}
        required
      >
        <Input.Password autoComplete="new-password" maxLength={256} />
      </FormItem>
      <FormItem name="again" label={t("security.password.again")} required rules={[same]}>
        <Input.Password autoComplete="new-password" maxLength={256} />
      </FormItem>
    </ApiForm>
  );
}

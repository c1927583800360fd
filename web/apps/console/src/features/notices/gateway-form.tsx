import { useTranslation } from "@lianxin/i18n";
import { App, Input, Select } from "antd";
import { ApiForm, FormItem, useApiForm } from "../../shared/form";
import { hasRole, useSession } from "../../shared/session";
import { type Gateway, gatewayOf, setGateway } from "./data";

const FIELDS = ["path", "number_field", "text_field", "key_field"] as const;

/** The centre's way to the short messages: an HTTP connection, and how it wants its fields. */
export function GatewayForm({ gateway }: { gateway: Gateway }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const may = hasRole(useSession(), "administrator");
  const state = useApiForm({
    name: "gateway",
    initial: gatewayOf(gateway),
    version: gateway.version,
    write: (fields, base) => setGateway({ ...fields, version: base ?? gateway.version }),
    keys: [["notices"]],
    onDone: () => void message.success(t("notices.saved")),
  });
  return (
    <ApiForm state={state} className="notices-form" buttons={may}>
      <p className="lx-soft">{t("notices.gatewayHint")}</p>
      <FormItem name="connection" label={t("notices.field.connection")}>
        <Select
          disabled={!may}
          options={[
            { value: "", label: t("notices.nothing") },
            ...gateway.choices.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      </FormItem>
      <div className="form-pair">
        {FIELDS.map((name) => (
          <FormItem key={name} name={name} label={t(`notices.field.${name}`)}>
            <Input maxLength={200} disabled={!may} />
          </FormItem>
        ))}
      </div>
    </ApiForm>
  );
}

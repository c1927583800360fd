import { useTranslation } from "@lianxin/i18n";
import { Field } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Select } from "antd";
import { useState } from "react";
import { LineField } from "../../shared/components/line-field";
import { useAct } from "../../shared/components/use-act";
import { hasRole, useSession } from "../../shared/session";
import { type Gateway, setGateway } from "./data";

const FIELDS = ["path", "number_field", "text_field", "key_field"] as const;

/** The centre's way to the short messages: an HTTP connection, and how it wants its fields. */
export function GatewayForm({ gateway }: { gateway: Gateway }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const may = hasRole(useSession(), "administrator");
  const [busy, act] = useAct();
  const [sheet, setSheet] = useState(() => {
    const { connection, path, number_field, text_field, key_field } = gateway;
    return { connection, path, number_field, text_field, key_field };
  });
  const save = async () => {
    if (!(await act(() => setGateway(sheet)))) return;
    await client.invalidateQueries({ queryKey: ["notices"] });
    void message.success(t("notices.saved"));
  };
  return (
    <div className="form-stack notices-sheet">
      <p className="lx-soft">{t("notices.gatewayHint")}</p>
      <Field label={t("notices.field.connection")}>
        {(ids) => (
          <Select
            {...ids}
            disabled={!may}
            value={sheet.connection}
            options={[
              { value: "", label: t("notices.nothing") },
              ...gateway.choices.map(({ code, name }) => ({ value: code, label: name })),
            ]}
            onChange={(connection) => setSheet({ ...sheet, connection })}
          />
        )}
      </Field>
      <div className="form-pair">
        {FIELDS.map((name) => (
          <LineField
            key={name}
            label={t(`notices.field.${name}`)}
            value={sheet[name]}
            disabled={!may}
            onChange={(value) => setSheet({ ...sheet, [name]: value })}
          />
        ))}
      </div>
      {may && (
        <p className="detail-buttons">
          <Button type="primary" loading={busy} onClick={() => void save()}>
            {t("common.save")}
          </Button>
        </p>
      )}
    </div>
  );
}

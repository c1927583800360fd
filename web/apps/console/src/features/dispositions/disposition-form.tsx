import type { DispositionRead, DispositionUpdate } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { NumberField } from "@lianxin/ui";
import { App, Checkbox, Input } from "antd";
import { ApiForm, FormItem, useApiForm } from "../../shared/form";
import { changeDisposition } from "./data";

type Values = Omit<DispositionUpdate, "version">;

function valuesOf(row: DispositionRead): Required<Values> {
  const { name_zh, name_en, position, archived } = row;
  return { name_zh, name_en, position, archived };
}

/** Names, place and archiving of one disposition. */
export function DispositionForm({ row }: { row: DispositionRead }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const state = useApiForm({
    name: `disposition/${row.code}`,
    initial: valuesOf(row),
    version: row.version,
    write: (values, base) =>
      changeDisposition(row.code, { ...values, version: base ?? row.version }),
    keys: [["dispositions"]],
    onDone: ({ name_zh: name }) => void message.success(t("dispositions.saved", { name })),
  });
  return (
    <ApiForm state={state} className="form" label={row.name_zh}>
      <DispositionFields />
      <FormItem name="archived" valuePropName="checked" hint={t("dispositions.archivedHint")}>
        <Checkbox>{t("dispositions.field.archived")}</Checkbox>
      </FormItem>
    </ApiForm>
  );
}

/** What a new one and a known one have in common. */
export function DispositionFields() {
  const { t } = useTranslation();
  return (
    <>
      <FormItem name="name_zh" label={t("dispositions.field.name_zh")} required>
        <Input maxLength={64} />
      </FormItem>
      <FormItem
        name="name_en"
        label={t("dispositions.field.name_en")}
        hint={t("dispositions.englishHint")}
      >
        <Input maxLength={64} />
      </FormItem>
      <FormItem
        name="position"
        label={t("dispositions.field.position")}
        hint={t("dispositions.positionHint")}
      >
        <NumberField min={1} max={100} />
      </FormItem>
    </>
  );
}

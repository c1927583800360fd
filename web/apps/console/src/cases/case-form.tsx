import { useTranslation } from "@lianxin/i18n";
import { Choice, Field } from "@lianxin/ui";
import { Input } from "antd";
import type { CaseFields } from "./fields";
import { CASE_STATES, CASE_TYPES, SECRECIES, URGENCIES } from "./values";

const TEXTS = [
  ["citizen_name", 64],
  ["phone", 32],
  ["address", 200],
] as const;

/** The fields of a case that may be changed. */
export function CaseForm({
  fields,
  onChange,
}: {
  fields: CaseFields;
  onChange: (fields: Partial<CaseFields>) => void;
}) {
  const { t } = useTranslation();
  const missing = (text: string) => text.trim() === "";
  return (
    <div className="case-form">
      <Field label={t("cases.state.title")}>
        {() => (
          <Choice
            label={t("cases.state.title")}
            value={fields.state}
            onChange={(state) => onChange({ state })}
            options={CASE_STATES.map((value) => ({ value, label: t(`cases.state.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t("cases.type.title")}>
        {() => (
          <Choice
            label={t("cases.type.title")}
            value={fields.type}
            onChange={(type) => onChange({ type })}
            options={CASE_TYPES.map((value) => ({ value, label: t(`cases.type.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t("cases.urgency.title")}>
        {() => (
          <Choice
            label={t("cases.urgency.title")}
            value={fields.urgency}
            onChange={(urgency) => onChange({ urgency })}
            options={URGENCIES.map((value) => ({ value, label: t(`cases.urgency.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t("cases.secrecy.title")}>
        {() => (
          <Choice
            label={t("cases.secrecy.title")}
            value={fields.secrecy}
            onChange={(secrecy) => onChange({ secrecy })}
            options={SECRECIES.map((value) => ({ value, label: t(`cases.secrecy.${value}`) }))}
          />
        )}
      </Field>
      <Field
        label={t("cases.field.title")}
        required
        error={missing(fields.title) ? t("desk.missing.title") : undefined}
      >
        {(ids) => (
          <Input
            {...ids}
            value={fields.title}
            maxLength={200}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("cases.field.content")}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            value={fields.content}
            autoSize={{ minRows: 6, maxRows: 16 }}
            maxLength={20000}
            onChange={(event) => onChange({ content: event.target.value })}
          />
        )}
      </Field>
      {TEXTS.map(([name, longest]) => (
        <Field key={name} label={t(`cases.field.${name}`)}>
          {(ids) => (
            <Input
              {...ids}
              value={fields[name]}
              maxLength={longest}
              onChange={(event) => onChange({ [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

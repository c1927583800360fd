import { type TextKey, useTranslation } from "@lianxin/i18n";
import { Choice, Field } from "@lianxin/ui";
import { Input } from "antd";
import type { ReactNode } from "react";
import type { CaseFields } from "./fields";
import { CASE_TYPES, SECRECIES, URGENCIES } from "./values";

/** What is asked of every case, before it is filed and after; "" is a type not yet chosen. */
export type SheetFields = Omit<CaseFields, "type"> & { type: CaseFields["type"] | "" };
export type SheetChange = Partial<CaseFields>;

type TextName = Exclude<keyof SheetFields, "type" | "urgency" | "secrecy">;
/** What is wrong with a field, in words. */
export type ErrorOf = (name: keyof SheetFields) => string | undefined;

const LONGEST: Record<TextName, number> = {
  title: 200,
  content: 20000,
  citizen_name: 64,
  phone: 32,
  address: 200,
};
const PLACEHOLDER: Record<TextName, TextKey> = {
  title: "desk.titlePlaceholder",
  content: "desk.contentPlaceholder",
  citizen_name: "desk.namePlaceholder",
  phone: "desk.phonePlaceholder",
  address: "desk.addressPlaceholder",
};

/** The fields of a case. Two stand in one line where there is room for two. */
export function SheetFieldset({
  fields,
  onChange,
  errorOf,
  locked = false,
}: {
  fields: SheetFields;
  onChange: (change: SheetChange) => void;
  errorOf: ErrorOf;
  /** While the fields are sent: what was typed then would not be part of it. */
  locked?: boolean;
}) {
  const { t } = useTranslation();
  const text = (name: TextName, required = false) => (
    <TextField
      name={name}
      required={required}
      value={fields[name]}
      locked={locked}
      error={errorOf(name)}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <>
      <OneOf
        title={t("cases.type.title")}
        required
        error={errorOf("type")}
        value={fields.type}
        locked={locked}
        options={CASE_TYPES.map((value) => ({ value, label: t(`cases.type.${value}`) }))}
        onChange={(type) => onChange({ type })}
      />
      <Pair>
        <OneOf
          title={t("cases.urgency.title")}
          value={fields.urgency}
          locked={locked}
          options={URGENCIES.map((value) => ({ value, label: t(`cases.urgency.${value}`) }))}
          onChange={(urgency) => onChange({ urgency })}
        />
        <OneOf
          title={t("cases.secrecy.title")}
          value={fields.secrecy}
          locked={locked}
          options={SECRECIES.map((value) => ({ value, label: t(`cases.secrecy.${value}`) }))}
          onChange={(secrecy) => onChange({ secrecy })}
        />
      </Pair>
      {text("title", true)}
      {text("content", true)}
      <Pair>
        {text("citizen_name")}
        {text("phone")}
      </Pair>
      {text("address")}
    </>
  );
}

function Pair({ children }: { children: ReactNode }) {
  return <div className="sheet-pair">{children}</div>;
}

/** A question with a few answers, all in sight. */
export function OneOf<Value extends string>({
  title,
  required = false,
  error,
  value,
  options,
  locked = false,
  onChange,
}: {
  title: string;
  required?: boolean;
  error?: string | undefined;
  locked?: boolean;
  value: Value | "";
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <Field label={title} required={required} error={error}>
      {() => (
        <Choice
          label={title}
          value={value}
          invalid={error !== undefined}
          disabled={locked}
          onChange={onChange}
          options={options}
        />
      )}
    </Field>
  );
}

function TextField({
  name,
  required,
  value,
  error,
  locked,
  onChange,
}: {
  name: TextName;
  required: boolean;
  locked: boolean;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Field label={t(`cases.field.${name}`)} required={required} error={error}>
      {(ids) => {
        const common = {
          ...ids,
          value,
          readOnly: locked, // not disabled: the field would lose the keyboard
          status: error === undefined ? ("" as const) : ("error" as const),
          maxLength: LONGEST[name],
          placeholder: t(PLACEHOLDER[name]),
          onChange: (event: { target: { value: string } }) => onChange(event.target.value),
        };
        if (name === "content") return <Input.TextArea {...common} className="sheet-content" />;
        return <Input {...common} inputMode={name === "phone" ? "tel" : "text"} />;
      }}
    </Field>
  );
}

import { type TextKey, useTranslation } from "@lianxin/i18n";
import { Choice } from "@lianxin/ui";
import { Input } from "antd";
import { FormItem } from "../../shared/form";
import { type DraftFields, isPhone } from "./fields";
import { PhoneField } from "./phone-field";
import { CASE_TYPES, SECRECIES, URGENCIES } from "./values";

type FieldName = keyof DraftFields;
type ChoiceName = "type" | "urgency" | "secrecy";
type TextName = Exclude<FieldName, ChoiceName>;
/** Which fields must be filled in, each with what is said when it is not. */
type Missing = Partial<Record<FieldName, TextKey>>;

const LONGEST: Record<TextName, number> = {
  title: 200,
  content: 20000,
  citizen_name: 64,
  phone: 64, // as pasted; made plain it has 32 at most
  address: 200,
};
const PLACEHOLDER: Record<TextName, TextKey> = {
  title: "desk.titlePlaceholder",
  content: "desk.contentPlaceholder",
  citizen_name: "desk.namePlaceholder",
  phone: "desk.phonePlaceholder",
  address: "desk.addressPlaceholder",
};

interface Manner {
  required: Missing;
  /** While the fields are sent: what was typed then would not be part of it. */
  locked?: boolean;
  /** Whether a field is checked as it is typed in, not only when the form is sent. */
  live?: boolean;
}

/** The fields of a case, in a form. Two stand in one line where there is room for two. */
export function CaseFieldset(manner: Manner) {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceField
        {...manner}
        name="type"
        options={CASE_TYPES.map((value) => ({ value, label: t(`cases.type.${value}`) }))}
      />
      <div className="form-pair">
        <ChoiceField
          {...manner}
          name="urgency"
          options={URGENCIES.map((value) => ({ value, label: t(`cases.urgency.${value}`) }))}
        />
        <ChoiceField
          {...manner}
          name="secrecy"
          options={SECRECIES.map((value) => ({ value, label: t(`cases.secrecy.${value}`) }))}
        />
      </div>
      <TextField {...manner} name="title" />
      <TextField {...manner} name="content" />
      <div className="form-pair">
        <TextField {...manner} name="citizen_name" />
        <TextField {...manner} name="phone" live />
      </div>
      <TextField {...manner} name="address" />
    </>
  );
}

function ChoiceField({
  name,
  options,
  ...manner
}: Manner & { name: ChoiceName; options: readonly { value: string; label: string }[] }) {
  const { t } = useTranslation();
  const label = t(`cases.${name}.title`);
  return (
    <CaseItem {...manner} name={name} label={label}>
      <Choice label={label} disabled={manner.locked ?? false} options={options} />
    </CaseItem>
  );
}

function TextField({ name, ...manner }: Manner & { name: TextName }) {
  const { t } = useTranslation();
  const control = {
    readOnly: manner.locked ?? false, // not disabled: the field would lose the keyboard
    maxLength: LONGEST[name],
    placeholder: t(PLACEHOLDER[name]),
  };
  return (
    <CaseItem {...manner} name={name} label={t(`cases.field.${name}`)}>
      {name === "content" ? (
        <Input.TextArea {...control} className="case-content" />
      ) : name === "phone" ? (
        <PhoneField {...control} />
      ) : (
        <Input {...control} />
      )}
    </CaseItem>
  );
}

function CaseItem({
  name,
  label,
  required,
  live = false,
  children,
}: Manner & { name: FieldName; label: string; children: React.ReactElement }) {
  const { t } = useTranslation();
  const missing = required[name];
  const phone = {
    validator: (_: unknown, value: string) =>
      isPhone(value) ? Promise.resolve() : Promise.reject(new Error(t("desk.missing.phone"))),
  };
  return (
    <FormItem
      name={name}
      label={label}
      validateTrigger={live ? "onChange" : "onSubmit"}
      {...(missing === undefined ? {} : { required: true, missing: t(missing) })}
      {...(name === "phone" && { rules: [phone] })}
    >
      {children}
    </FormItem>
  );
}

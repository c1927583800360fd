import { useTranslation, wordFor } from "@lianxin/i18n";
import { Checkbox, Input } from "antd";
import { DateField, useDayRules } from "../../shared/components/date-field";
import { FormItem, NULL_AS_EMPTY } from "../../shared/form";

const NUMBER = /^[0-9]{4,12}$/;

/** Which of the fields the reader may change: who somebody is, how long, and what they hold. */
export interface Editable {
  account: boolean;
  expiry: boolean;
  roles: readonly string[];
  rights: readonly string[];
}

/** What a new account and a known one have in common. */
export function PersonFields({
  may,
  roles,
  rights,
}: {
  may: Editable;
  roles: readonly string[];
  rights: readonly string[];
}) {
  const { t } = useTranslation();
  const dayRules = useDayRules();
  return (
    <>
      <FormItem
        name="number"
        label={t("people.field.number")}
        hint={t("people.numberHint")}
        required
        normalize={(number: string) => number.trim()}
        rules={[{ pattern: NUMBER, message: t("people.numberHint") }]}
      >
        <Input maxLength={12} inputMode="numeric" disabled={!may.account} />
      </FormItem>
      <FormItem name="name" label={t("people.field.name")} required>
        <Input maxLength={64} disabled={!may.account} />
      </FormItem>
      <FormItem
        name="expires_on"
        label={t("people.field.expires_on")}
        hint={t("people.expiryHint")}
        rules={dayRules}
        {...NULL_AS_EMPTY}
      >
        <DateField disabled={!may.expiry} />
      </FormItem>
      <FormItem name="roles" label={t("people.field.roles")}>
        <Ticks names={roles} may={may.roles} />
      </FormItem>
      <FormItem name="rights" label={t("people.field.rights")} hint={t("people.rightsHint")}>
        <Ticks names={rights} may={may.rights} />
      </FormItem>
    </>
  );
}

/** Several of a few; what the reader may not give stays as it is. */
function Ticks({
  id,
  names,
  may,
  value = [],
  onChange,
}: {
  id?: string;
  names: readonly string[];
  may: readonly string[];
  value?: readonly string[];
  onChange?: (value: readonly string[]) => void;
}) {
  return (
    <div className="people-ticks" id={id}>
      {names.map((name) => (
        <Checkbox
          key={name}
          checked={value.includes(name)}
          disabled={!may.includes(name)}
          onChange={({ target }) =>
            onChange?.(
              names.filter((each) => (each === name ? target.checked : value.includes(each))),
            )
          }
        >
          {wordFor("common.role", name, name)}
        </Checkbox>
      ))}
    </div>
  );
}

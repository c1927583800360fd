import { useTranslation } from "@lianxin/i18n";
import { type FormItemProps, Input, type InputProps } from "antd";
import { readSpans, writeSpans } from "../../shared/formats/spans";

/** Hours as people type them; in order and in one spelling when the field is left. */
export function HoursField({
  value = "",
  onChange,
  ...rest
}: Omit<InputProps, "value" | "onChange" | "onBlur"> & {
  /** The form gives both. */
  value?: string;
  onChange?: (text: string) => void;
}) {
  const tidy = () => {
    const spans = readSpans(value);
    if (spans !== null && writeSpans(spans) !== value) onChange?.(writeSpans(spans));
  };
  return (
    <Input
      {...rest}
      value={value}
      onChange={({ target }) => onChange?.(target.value)}
      onBlur={tidy}
    />
  );
}

/** Hours that cannot be read are not sent. */
export function useHoursRules(): NonNullable<FormItemProps["rules"]> {
  const { t } = useTranslation();
  const validator = (_: unknown, text: string) =>
    readSpans(text) === null
      ? Promise.reject(new Error(t("calendars.badSpans")))
      : Promise.resolve();
  return [{ validator }];
}

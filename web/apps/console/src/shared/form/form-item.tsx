import { useTranslation } from "@lianxin/i18n";
import { Form, type FormItemProps } from "antd";
import { useFieldWords } from "./field-words";

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === "string" ? value.trim() === "" : Array.isArray(value) && !value.length;
}

/**
 * A labelled control of a form; `hint` stands below it, then what is wrong. `missing`: what is said
 * where it must be filled in and is not.
 */
export function FormItem({
  label,
  hint,
  required = false,
  missing,
  rules = [],
  className = "",
  ...rest
}: FormItemProps & { hint?: string; missing?: string }) {
  const { t } = useTranslation();
  useFieldWords(rest.name, label, rest.children);
  const filled = {
    validator: (_: unknown, value: unknown) =>
      isBlank(value)
        ? Promise.reject(new Error(missing ?? t("common.form.missing")))
        : Promise.resolve(),
  };
  return (
    <Form.Item
      {...rest}
      className={label === undefined ? `form-item-bare ${className}` : className}
      label={label}
      extra={hint || undefined}
      required={required}
      rules={required ? [filled, ...rules] : rules}
    />
  );
}

/** A value that the API gives as null shows as nothing, and nothing is written as null. */
export const NULL_AS_EMPTY = {
  getValueProps: (value: unknown) => ({ value: value ?? "" }),
  normalize: (value: unknown) => (value === "" ? null : value),
};

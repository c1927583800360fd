import { Field } from "@lianxin/ui";
import { Input } from "antd";

/** A labelled line of text, or several with `rows`. */
export function LineField({
  label,
  value,
  onChange,
  rows,
  most = 200,
  required = false,
  secret = false,
  disabled = false,
  placeholder,
  error,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  most?: number;
  required?: boolean;
  secret?: boolean;
  disabled?: boolean;
  placeholder?: string;
  error?: string | undefined;
}) {
  return (
    <Field label={label} required={required} error={error}>
      {(ids) => {
        const shared = {
          ...ids,
          value,
          disabled,
          maxLength: most,
          placeholder,
          status: error === undefined ? ("" as const) : ("error" as const),
          onChange: (event: { target: { value: string } }) => onChange(event.target.value),
        };
        if (rows !== undefined) return <Input.TextArea {...shared} rows={rows} />;
        if (secret) return <Input.Password {...shared} autoComplete="new-password" />;
        return <Input {...shared} />;
      }}
    </Field>
  );
}

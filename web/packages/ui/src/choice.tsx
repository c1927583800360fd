import { useId } from "react";

/** One of a few, all in sight: radio buttons in a row, arrows move between them. */
export function Choice<Value extends string>({
  label,
  value = "",
  options,
  onChange,
  invalid = false,
  disabled = false,
  ...rest
}: {
  label: string;
  /** The form gives both where the choice is one of its items. */
  value?: Value | "";
  options: readonly { value: Value; label: string }[];
  onChange?: (value: Value) => void;
  invalid?: boolean;
  disabled?: boolean;
  id?: string;
  "aria-invalid"?: boolean | "true" | "false";
  "aria-describedby"?: string | undefined;
}) {
  const name = useId();
  return (
    <div
      className="lx-choice"
      role="radiogroup"
      id={rest.id}
      aria-label={label}
      aria-invalid={rest["aria-invalid"] ?? invalid}
      aria-describedby={rest["aria-describedby"]}
    >
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            disabled={disabled}
            checked={option.value === value}
            onChange={() => onChange?.(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}

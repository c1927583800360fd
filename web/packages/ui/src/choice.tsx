import { useId } from "react";

/** One of a few, all in sight: radio buttons in a row, arrows move between them. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  invalid = false,
}: {
  label: string;
  value: Value | "";
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  invalid?: boolean;
}) {
  const name = useId();
  return (
    <div className="lx-choice" role="radiogroup" aria-label={label} aria-invalid={invalid}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}

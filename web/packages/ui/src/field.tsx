import { type ReactNode, useId } from "react";

/** A label, a control and, when there is one, what is wrong with it. */
export function Field({
  label,
  required = false,
  error,
  children,
}: {
  label: string;
  required?: boolean;
  error?: string | undefined;
  children: (ids: { id: string; "aria-describedby": string | undefined }) => ReactNode;
}) {
  const id = useId();
  const note = `${id}-note`;
  return (
    <div className="lx-field">
      <label htmlFor={id}>
        {label}
        {required && (
          <span className="lx-tone-failed" aria-hidden="true">
            {" "}
            *
          </span>
        )}
      </label>
      <div className="lx-field-body">
        {children({ id, "aria-describedby": error === undefined ? undefined : note })}
        {error !== undefined && (
          <p className="lx-field-error" id={note} role="alert">
            {error}
          </p>
        )}
      </div>
    </div>
  );
}

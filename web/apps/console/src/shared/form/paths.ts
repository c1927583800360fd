/** The way to a field: `["questions", 0, "choices", 1, "text"]`, in the API `questions.0.choices.1.text`. */
export type FieldPath = (string | number)[];

export function pathOf(field: string): FieldPath {
  return field.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function begins(path: FieldPath, start: FieldPath): boolean {
  return start.every((part, at) => String(part) === String(path[at]));
}

/**
 * The control that stands for what the API names: itself, else the nearest one around it (a list
 * that is one control), else the first one in it. Undefined: this form shows nothing of the kind.
 */
export function controlOf(field: FieldPath, controls: readonly FieldPath[]): FieldPath | undefined {
  const around = controls
    .filter((control) => begins(field, control))
    .sort((one, other) => other.length - one.length);
  return around[0] ?? controls.find((control) => begins(control, field));
}

/** What stands in `values` at the path; undefined where the way ends. */
export function valueAt(values: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<string, unknown> | null | undefined)?.[part],
    values,
  );
}

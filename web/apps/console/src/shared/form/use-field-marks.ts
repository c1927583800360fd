import type { FormInstance } from "antd";
import { useCallback, useState } from "react";
import { fieldErrorsOf } from "../data/use-mutation";
import { controlOf, type FieldPath, pathOf, valueAt } from "./paths";

/** Put the keyboard where something is to be mended: browsers scroll there by themselves. */
function focusControl(id: string, path: FieldPath): void {
  const control = document.getElementById([id, ...path].join("_"));
  const inside = control?.querySelector<HTMLElement>("input:checked, input, textarea, button");
  (control?.matches("div, fieldset") ? inside : control)?.focus();
}

/** What the API named in a form of this `id`: marked, and the keyboard put on the first of it. */
export function useFieldMarks<Values>(form: FormInstance<Values>, id: string) {
  const [unshown, setUnshown] = useState<readonly string[]>([]);
  const focus = useCallback((path: FieldPath) => focusControl(id, path), [id]);
  const mark = useCallback(
    (error: unknown) => {
      const errors = fieldErrorsOf(error);
      const controls = form.getFieldsError().map((field) => field.name as FieldPath);
      const named = Object.keys(errors).map((field) => ({
        field,
        control: controlOf(pathOf(field), controls),
      }));
      const marked = named.flatMap(({ field, control }) =>
        control === undefined ? [] : [{ name: control, errors: [errors[field] ?? ""] }],
      );
      form.setFields(marked as unknown as Parameters<typeof form.setFields>[0]);
      setUnshown(named.filter(({ control }) => control === undefined).map(({ field }) => field));
      const first = controls.find((control) => marked.some((each) => each.name === control));
      if (first !== undefined) focus(first);
    },
    [form, focus],
  );
  return {
    /** What the API named that is no control here. */
    unshown,
    focus,
    mark,
    /** What was typed over is no longer what was refused. */
    clear: (change: unknown) => {
      const mended = form
        .getFieldsError()
        .filter(
          ({ name: path, errors }) => errors.length > 0 && valueAt(change, path) !== undefined,
        );
      form.setFields(mended.map((field) => ({ ...field, errors: [] })) as never);
    },
    /** It is tried anew. */
    forget: () => setUnshown([]),
  };
}

import { Form } from "antd";
import { useEffect, useId, useReducer, useState } from "react";
import { sentenceOf } from "../data/use-mutation";
import type { ApiFormState } from "./use-api-form";
import { useFieldMarks } from "./use-field-marks";

interface Options<Values> {
  /** As their keeper has them. */
  values: Values;
  /** The keeper takes what is typed, or leaves it: the form shows what is kept. */
  onChange: (change: Partial<Values>) => void;
  send: () => Promise<unknown>;
  busy: boolean;
  /** What was answered to the last try, when that was no success. */
  refusal: Error | null;
}

/**
 * A form whose values somebody else keeps, by rules of their own: the draft of a call, an edit
 * that may meet another. It shows and marks as `useApiForm` does. Left, it loses nothing.
 */
export function useKeptForm<Values extends object>({
  values,
  onChange,
  send,
  busy,
  refusal,
}: Options<Values>): ApiFormState<Values> {
  const [form] = Form.useForm<Values>();
  const id = useId();
  const [initial] = useState(values);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const { mark, clear, focus, forget, unshown } = useFieldMarks(form, id);
  useEffect(() => {
    const shown = form.getFieldsValue(true) as Values;
    const names = Object.keys(values) as (keyof Values)[];
    if (names.every((name) => shown[name] === values[name])) return;
    form.setFieldsValue(values as Parameters<typeof form.setFieldsValue>[0]);
  });
  // While it is busy some controls are locked, and cannot have the keyboard.
  useEffect(() => {
    if (refusal !== null && !busy) mark(refusal);
  }, [refusal, busy, mark]);
  const changed = (change: unknown) => {
    clear(change);
    onChange(change as Partial<Values>);
    redraw();
  };
  return {
    form,
    id,
    initial,
    busy,
    dirty: false,
    problem: refusal === null || busy ? undefined : sentenceOf(refusal),
    unshown,
    offer: null,
    conflict: null, // its keeper has rules of its own
    send: async () => {
      forget();
      await send();
    },
    changed,
    put: (change) => {
      form.setFieldsValue(change);
      changed(change);
    },
    focus,
    discard: () => undefined, // what is kept is its keeper's
  };
}

import type { ApiError } from "@lianxin/api";
import type { QueryKey } from "@tanstack/react-query";
import { Form, type FormInstance } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import { readUnsent, unsentKey, writeUnsent } from "../data/unsent";
import { fieldErrorsOf, useApiMutation } from "../data/use-mutation";
import { ownerOf, useSession } from "../session";
import { controlOf, type FieldPath, pathOf, valueAt } from "./paths";

/** What was typed into a form and not sent, and the version of what it was typed over. */
interface Kept<Values> {
  version: number | null;
  values: Values;
}

interface Options<Values> {
  /** Which form, of what: `knowledge/guide`. What is typed is kept under it. */
  name: string;
  initial: Values;
  /** The version of what is changed; null for what is made. */
  version?: number | null;
  /** `version` is that of what was typed over, whatever was read meanwhile. */
  write: (values: Values, version: number | null) => Promise<unknown>;
  keys?: readonly QueryKey[];
  onDone: (values: Values) => void;
  onConflict?: (error: ApiError) => void;
  /** The values without secrets: those are kept nowhere. */
  withoutSecrets?: (values: Values) => Values;
}

type Change<Values> = Parameters<FormInstance<Values>["setFieldsValue"]>[0];

/** What a form shows and does; `ApiForm` draws it. */
export interface ApiFormState<Values extends object> {
  form: FormInstance<Values>;
  id: string;
  initial: Values;
  busy: boolean;
  dirty: boolean;
  /** Why it was not written, and what the API named that is no control here. */
  problem: string | undefined;
  unshown: readonly string[];
  /** What was typed before a reload or a new sign-in; `stale`: it was changed by others since. */
  offer: { stale: boolean; take: () => void; refuse: () => void } | null;
  send: (values: Values) => Promise<void>;
  changed: (change: unknown) => void;
  /** What a button puts into fields: as if it were typed. */
  put: (change: Change<Values>) => void;
  focus: (path: FieldPath) => void;
  discard: () => void;
}

/** Put the keyboard where something is to be mended: browsers scroll there by themselves. */
function focusControl(id: string, path: FieldPath): void {
  const control = document.getElementById([id, ...path].join("_"));
  const inside = control?.querySelector<HTMLElement>("input:checked, input, textarea, button");
  (control?.matches("div, fieldset") ? inside : control)?.focus();
}

/** A form on antd's Form that writes by `useApiMutation`: see docs/decisions/0051. */
export function useApiForm<Values extends object>({
  name,
  initial: given,
  version = null,
  write,
  keys = [],
  onDone,
  onConflict,
  withoutSecrets = (values) => values,
}: Options<Values>): ApiFormState<Values> {
  const [form] = Form.useForm<Values>();
  const id = useId();
  const key = unsentKey(ownerOf(useSession()), `form.${name}`);
  const [initial, setInitial] = useState(given);
  const [kept, setKept] = useState(() => readUnsent<Kept<Values>>(key));
  const [dirty, setDirty] = useState(false);
  const [unshown, setUnshown] = useState<readonly string[]>([]);
  const base = useRef(version);

  const focus = (path: FieldPath) => focusControl(id, path);
  /** Mark what the API names and go to the first of it. */
  const mark = (error: unknown) => {
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
  };
  const keep = (next: Kept<Values> | null) => writeUnsent(key, next);
  const { busy, problem, run } = useApiMutation({
    write: (sent: Values) => write(sent, base.current),
    keys,
    tell: "form",
    onRefused: mark,
    ...(onConflict === undefined ? {} : { onConflict }),
  });
  const values = () => form.getFieldsValue(true) as Values;
  const note = () => {
    const now = values();
    const touched = JSON.stringify(now) !== JSON.stringify(initial);
    setDirty(touched);
    keep(touched ? { version: base.current, values: withoutSecrets(now) } : null);
  };
  // What others changed meanwhile shows, unless somebody is typing over it.
  const read = JSON.stringify(given);
  const shown = useRef(read);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` says when `given` is another
  useEffect(() => {
    if (dirty) return;
    base.current = version;
    if (read === shown.current) return;
    shown.current = read;
    setInitial(given);
    form.setFieldsValue(given as Change<Values>);
  }, [read, version, dirty]);
  /** What was typed over is no longer what was refused. */
  const changed = (change: unknown) => {
    const mended = form
      .getFieldsError()
      .filter(({ name: path, errors }) => errors.length > 0 && valueAt(change, path) !== undefined);
    form.setFields(mended.map((field) => ({ ...field, errors: [] })) as never);
    note();
  };
  const put = (change: Change<Values>) => {
    form.setFieldsValue(change);
    changed(change);
  };
  return {
    form,
    id,
    initial,
    busy,
    dirty,
    problem,
    unshown,
    offer:
      kept === null
        ? null
        : {
            stale: kept.version !== version,
            take: () => {
              setKept(null);
              put(kept.values as Change<Values>);
            },
            refuse: () => {
              setKept(null);
              if (!dirty) keep(null);
            },
          },
    // Fields that are not shown belong to what is written all the same.
    send: async () => {
      setUnshown([]);
      const sent = values();
      if (!(await run(sent))) return;
      keep(null);
      setKept(null);
      setDirty(false);
      setInitial(sent);
      onDone(sent);
    },
    changed,
    put,
    focus,
    discard: () => {
      keep(null);
      setKept(null);
      setDirty(false);
      form.resetFields();
    },
  };
}

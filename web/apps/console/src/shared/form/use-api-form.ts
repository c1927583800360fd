import type { ApiError } from "@lianxin/api";
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { Form, type FormInstance } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import { readUnsent, writeUnsent } from "../data/unsent";
import { sentenceOf, useApiMutation } from "../data/use-mutation";
import { type Kept, useKeptKey } from "./kept";
import { conflicts, grown, leavesOf, merge, type Side } from "./merge";
import type { FieldPath } from "./paths";
import { useFieldMarks } from "./use-field-marks";
import { useLeaveNote } from "./use-leave-note";
import { useOneSend } from "./use-one-send";

interface Options<Values> {
  /** Which form, of what: `knowledge/guide`. What is typed is kept under it. */
  name: string;
  initial: Values;
  /** The version of what is changed; null for what is made. */
  version?: number | null;
  /** `version` is that of what was typed over, whatever was read meanwhile. */
  write: (values: Values, version: number | null) => Promise<unknown>;
  keys?: readonly QueryKey[];
  /** What of it is no more once this is written: it was called otherwise. */
  gone?: (values: Values) => QueryKey | null;
  onDone: (values: Values) => void;
  onConflict?: (error: ApiError) => void;
  /** The values without secrets: those are kept nowhere. */
  withoutSecrets?: (values: Values) => Values;
}

type Change<Values> = Parameters<FormInstance<Values>["setFieldsValue"]>[0];

interface FormConflictState {
  by: string;
  disputes: { field: string; mine: unknown; theirs: unknown }[];
  settle: (chosen: Readonly<Record<string, Side>>) => void;
  /** Back to what was typed; the next save asks again. */
  postpone: () => void;
}

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
  /** Somebody saved first, and theirs is read: what both changed, to be settled and saved. */
  conflict: FormConflictState | null;
  send: (values: Values) => Promise<void>;
  changed: (change: unknown) => void;
  /** What a button puts into fields: as if it were typed. */
  put: (change: Change<Values>) => void;
  focus: (path: FieldPath) => void;
  discard: () => void;
}

/** A form on antd's Form that writes by `useApiMutation`: see docs/decisions/0051. */
export function useApiForm<Values extends object>({
  name,
  initial: given,
  version = null,
  write,
  keys = [],
  gone,
  onDone,
  onConflict,
  withoutSecrets = (values) => values,
}: Options<Values>): ApiFormState<Values> {
  const [form] = Form.useForm<Values>();
  const id = useId();
  const key = useKeptKey(name);
  const [initial, setInitial] = useState(given);
  const [kept, setKept] = useState(() => readUnsent<Kept<Values>>(key));
  const [dirty, setDirty] = useState(false);
  const marks = useFieldMarks(form, id);
  const base = useRef(version);
  const begun = useRef(given);
  const one = useOneSend();
  const unsaved = useLeaveNote(key);
  const client = useQueryClient();
  const [met, setMet] = useState<ApiError | null>(null);

  const keep = (next: Kept<Values> | null) => writeUnsent(key, next);
  const { busy, problem, run } = useApiMutation({
    write: (sent: Values) => write(sent, base.current),
    keys,
    ...(gone === undefined ? {} : { gone }),
    tell: "form",
    onRefused: marks.mark,
    onConflict: (error) => {
      if (onConflict !== undefined) return onConflict(error);
      setMet(error);
      for (const queryKey of keys) void client.invalidateQueries({ queryKey });
    },
  });
  const values = () => form.getFieldsValue(true) as Values;
  const note = () => {
    const now = values();
    const touched = JSON.stringify(now) !== JSON.stringify(initial);
    setDirty(touched);
    const safe = withoutSecrets(now);
    unsaved.current = touched ? { secrets: JSON.stringify(safe) !== JSON.stringify(now) } : null;
    const kept = { version: base.current, values: safe, base: withoutSecrets(begun.current) };
    keep(touched ? kept : null);
  };
  // What others changed meanwhile shows, unless somebody is typing over it.
  const read = JSON.stringify(given);
  const shown = useRef(read);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` says when `given` is another
  useEffect(() => {
    if (dirty) {
      // Another form wrote other fields of the same row: what is typed here is over the newest too.
      if (met === null && read === JSON.stringify(begun.current)) base.current = version;
      return;
    }
    base.current = version;
    begun.current = given;
    if (read === shown.current) return;
    shown.current = read;
    setInitial(given);
    form.setFieldsValue(given as Change<Values>);
  }, [read, version, dirty]);
  const changed = (change: unknown) => {
    marks.clear(change);
    note();
  };
  const put = (change: Change<Values>) => {
    form.setFieldsValue(change);
    changed(change);
  };
  /** It goes on from where it was begun: what others saved since is met, not written over. */
  const take = ({ version: from, values: typed, base: stood }: Kept<Values>) => {
    setKept(null);
    base.current = from;
    begun.current = stood ?? given;
    setInitial(begun.current);
    shown.current = ""; // given up, the form shows what stands there now
    put(typed as Change<Values>);
  };
  /** Saved or given up: nothing of it is to be had again. */
  const drop = () => {
    unsaved.current = null;
    keep(null);
    setKept(null);
    setDirty(false);
  };
  // Somebody chose to go on where the object was shown: nobody is asked a second time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with what was kept until then
  useEffect(() => {
    if (kept?.resumed && kept.version === version) take(kept);
  }, []);
  const send = async (sent: Values) => {
    if (!one.begin()) return;
    marks.forget();
    setMet(null);
    const written = await run(sent);
    one.end();
    if (!written) return;
    drop();
    setInitial(sent);
    onDone(sent);
  };
  const three = () => ({
    base: leavesOf(initial),
    mine: leavesOf(values()),
    theirs: leavesOf(given),
  });
  const settle = (chosen: Readonly<Record<string, Side>>) => {
    const merged = grown(merge(three(), chosen)) as Values;
    const mine = JSON.stringify(leavesOf(merged)) !== JSON.stringify(leavesOf(given));
    base.current = version;
    begun.current = given;
    shown.current = read;
    setInitial(given);
    setMet(null);
    form.setFieldsValue(merged as Change<Values>);
    setDirty(mine);
    keep(mine ? { version, values: withoutSecrets(merged), base: withoutSecrets(given) } : null);
    if (mine) void send(merged);
  };
  const conflict = () => {
    if (met === null || busy || version === base.current) return null;
    const { mine, theirs } = three();
    return {
      by: String(met.details.by ?? ""),
      disputes: conflicts(three()).map((field) => ({
        field,
        mine: mine[field],
        theirs: theirs[field],
      })),
      settle,
      postpone: () => setMet(null),
    };
  };
  const settling = conflict();
  return {
    form,
    id,
    initial,
    busy,
    dirty,
    problem: problem ?? (met === null || settling !== null ? undefined : sentenceOf(met)),
    conflict: settling,
    unshown: marks.unshown,
    offer:
      kept === null
        ? null
        : {
            stale: kept.version !== version,
            take: () => take(kept),
            refuse: () => {
              setKept(null);
              if (!dirty) keep(null);
            },
          },
    // Fields that are not shown belong to what is written all the same.
    send: () => send(values()),
    changed,
    put,
    focus: marks.focus,
    discard: () => {
      drop();
      form.resetFields();
    },
  };
}

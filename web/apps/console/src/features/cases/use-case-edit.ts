import { ApiError, type CaseRead } from "@lianxin/api";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { invalidate } from "../../shared/data/invalidate";
import { writeUnsent } from "../../shared/data/unsent";
import { useApiMutation } from "../../shared/data/use-mutation";
import { changedFields, useLeaveNote, useOneSend } from "../../shared/form";
import { ownerOf, useSession } from "../../shared/session";
import { changeCase, readAgainIfClosed, readCase } from "./data";
import { type CaseEdit, type CaseFields, editKey, fieldsOf, storedEdit, written } from "./fields";

/** Somebody else saved first: their case, and how they are called. */
export interface Conflict {
  theirs: CaseRead;
  by: string;
}

/** Edit one case: nothing typed is lost by a call, a reload, an error or another editor. */
export function useCaseEdit(id: string) {
  const client = useQueryClient();
  const key = editKey(ownerOf(useSession()), id);
  const [edit, setEdit] = useState(() => storedEdit(key));
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const one = useOneSend(); // sent twice, the second would meet the first as a conflict
  const unsaved = useLeaveNote(key);
  const typed = edit !== null && changedFields(edit.base, edit.mine).length > 0;

  useEffect(() => {
    unsaved.current = typed ? { secrets: false } : null;
  }, [typed, unsaved]);
  const put = (next: CaseEdit | null) => {
    writeUnsent(key, next);
    setEdit(next);
  };
  /** Send what `mine` has otherwise than `base`. */
  const write = async ({ version, base, mine }: CaseEdit) => {
    const sent = written(mine);
    const values = Object.fromEntries(changedFields(base, sent).map((name) => [name, sent[name]]));
    if (Object.keys(values).length === 0) return readCase(id);
    try {
      return await changeCase(id, version, values);
    } catch (error) {
      if (error instanceof ApiError && error.code === "case.version_conflict") {
        const theirs = await readCase(id);
        setConflict({ theirs, by: theirs.updated_by?.name ?? "" });
      }
      throw error;
    }
  };
  const { busy, refusal, reset, run } = useApiMutation({
    write: async (next: CaseEdit) => {
      const saved = await write(next);
      client.setQueryData(["case", id], saved);
      invalidate(client, { kind: "case", id });
      put(null);
      setConflict(null);
    },
    tell: "form",
    onConflict: () => undefined, // it is on the page by now
    onRefused: (error) => readAgainIfClosed(client, id, error),
  });
  const send = async (next: CaseEdit): Promise<boolean> => {
    if (!one.begin()) return false;
    const saved = await run(next);
    one.end();
    return saved;
  };

  return {
    edit,
    conflict,
    /** What was answered to the last try, when it was neither saved nor met another. */
    refusal,
    busy,
    start: (detail: CaseRead) => {
      const fields = fieldsOf(detail);
      put({ version: detail.version, base: fields, mine: fields });
    },
    change: (fields: Partial<CaseFields>) => {
      if (edit !== null && !one.isSending()) put({ ...edit, mine: { ...edit.mine, ...fields } });
    },
    discard: () => {
      put(null);
      reset();
    },
    /** The case is closed to who edits it; what they typed is told beside. */
    leave: () => {
      setEdit(null);
      setConflict(null);
      reset();
    },
    /** True when it was saved. */
    save: async () => (edit === null ? false : send(edit)),
    /** After a conflict: save `merged` over their version. */
    saveMerged: async (merged: CaseFields) => {
      if (edit === null || conflict === null) return false;
      // Should a third editor be faster still, the next conflict starts from here.
      const { theirs } = conflict;
      const next = { version: theirs.version, base: fieldsOf(theirs), mine: merged };
      put(next);
      setConflict(null);
      return send(next);
    },
    postpone: () => setConflict(null),
  };
}

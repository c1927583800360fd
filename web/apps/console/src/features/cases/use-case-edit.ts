import { ApiError, type CaseRead } from "@lianxin/api";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { invalidate } from "../../shared/data/invalidate";
import { writeUnsent } from "../../shared/data/unsent";
import { ownerOf, useSession } from "../../shared/session";
import { changeCase, readCase } from "./data";
import { type CaseEdit, type CaseFields, editKey, fieldsOf, storedEdit } from "./fields";
import { changedFields } from "./merge";

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
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // Keys come faster than a page is drawn: sent twice, the second meets the first as a conflict.
  const sending = useRef(false);

  const put = (next: CaseEdit | null) => {
    writeUnsent(key, next);
    setEdit(next);
  };
  const finish = (saved: CaseRead) => {
    client.setQueryData(["case", id], saved);
    invalidate(client, { kind: "case", id });
    put(null);
    setConflict(null);
  };
  const fail = async (error: unknown) => {
    if (error instanceof ApiError && error.code === "case.version_conflict") {
      const theirs = await readCase(id);
      setConflict({ theirs, by: theirs.updated_by?.name ?? "" });
    } else {
      setProblem(error instanceof ApiError ? error.message : String(error));
    }
  };
  /** Send what `mine` has otherwise than `base`; true when it was saved. */
  const send = async (version: number, base: CaseFields, mine: CaseFields): Promise<boolean> => {
    if (sending.current) return false;
    sending.current = true;
    const changed = changedFields(base, mine);
    setBusy(true);
    setProblem(null);
    try {
      const values = Object.fromEntries(changed.map((field) => [field, mine[field]]));
      finish(changed.length === 0 ? await readCase(id) : await changeCase(id, version, values));
      return true;
    } catch (error) {
      await fail(error).catch((later: unknown) => setProblem(String(later)));
      return false;
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };

  return {
    edit,
    conflict,
    problem,
    busy,
    start: (detail: CaseRead) => {
      const fields = fieldsOf(detail);
      put({ version: detail.version, base: fields, mine: fields });
    },
    change: (fields: Partial<CaseFields>) => {
      if (edit !== null && !sending.current) put({ ...edit, mine: { ...edit.mine, ...fields } });
    },
    discard: () => {
      put(null);
      setProblem(null);
    },
    save: async () => (edit === null ? false : send(edit.version, edit.base, edit.mine)),
    /** After a conflict: save `merged` over their version. */
    saveMerged: async (merged: CaseFields) => {
      if (edit === null || conflict === null) return false;
      const theirs = fieldsOf(conflict.theirs);
      // Should a third editor be faster still, the next conflict starts from here.
      put({ version: conflict.theirs.version, base: theirs, mine: merged });
      setConflict(null);
      return send(conflict.theirs.version, theirs, merged);
    },
    postpone: () => setConflict(null),
  };
}

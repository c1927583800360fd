import { ApiError, type CaseRead } from "@lianxin/api";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { invalidate } from "../../shared/data/invalidate";
import { readUnsent, unsentKey, writeUnsent } from "../../shared/data/unsent";
import { ownerOf, useSession } from "../../shared/session";
import { draftReply } from "./data";

/** A reply that is being written. */
export interface ReplyEdit {
  text: string;
  language: CaseRead["replies"][number]["language"];
}

/** Write the reply of a case: what was typed outlives a call, a reload and another editor. */
export function useReplyEdit(detail: CaseRead) {
  const { id } = detail;
  const key = unsentKey(ownerOf(useSession()), `reply.${id}`);
  const client = useQueryClient();
  const [edit, setEdit] = useState(() => readUnsent<ReplyEdit>(key));
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);

  const put = (next: ReplyEdit | null) => {
    writeUnsent(key, next);
    setEdit(next);
  };
  const save = async () => {
    if (edit === null || sending.current) return;
    sending.current = true;
    setBusy(true);
    setProblem(null);
    try {
      client.setQueryData(["case", id], await draftReply(id, detail.version, edit));
      put(null);
    } catch (error) {
      // The newer case is read below: saved once more, what was typed goes over it.
      setProblem(error instanceof ApiError ? error.message : String(error));
    } finally {
      sending.current = false;
      setBusy(false);
      invalidate(client, { kind: "case", id });
    }
  };

  return {
    edit,
    problem,
    busy,
    save,
    start: (draft: ReplyEdit | undefined) =>
      put({ text: draft?.text ?? "", language: draft?.language ?? "zh" }),
    change: (fields: Partial<ReplyEdit>) => {
      if (edit !== null && !sending.current) put({ ...edit, ...fields });
    },
    discard: () => {
      put(null);
      setProblem(null);
    },
  };
}

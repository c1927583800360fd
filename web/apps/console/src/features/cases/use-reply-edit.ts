import { ApiError, type CaseRead } from "@lianxin/api";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { invalidate } from "../../shared/data/invalidate";
import { draftReply } from "./data";

/** A reply that is being written. */
export interface ReplyEdit {
  text: string;
  language: CaseRead["replies"][number]["language"];
}

const PREFIX = "lianxin.reply.";

function stored(id: string): ReplyEdit | null {
  const text = sessionStorage.getItem(PREFIX + id);
  return text === null ? null : (JSON.parse(text) as ReplyEdit);
}

/** Write the reply of a case: what was typed outlives a call, a reload and another editor. */
export function useReplyEdit(detail: CaseRead) {
  const { id } = detail;
  const client = useQueryClient();
  const [edit, setEdit] = useState(() => stored(id));
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const put = (next: ReplyEdit | null) => {
    if (next === null) sessionStorage.removeItem(PREFIX + id);
    else sessionStorage.setItem(PREFIX + id, JSON.stringify(next));
    setEdit(next);
  };
  const save = async () => {
    if (edit === null) return;
    setBusy(true);
    setProblem(null);
    try {
      client.setQueryData(["case", id], await draftReply(id, detail.version, edit));
      put(null);
    } catch (error) {
      // The newer case is read below: saved once more, what was typed goes over it.
      setProblem(error instanceof ApiError ? error.message : String(error));
    } finally {
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
      if (edit !== null) put({ ...edit, ...fields });
    },
    discard: () => {
      put(null);
      setProblem(null);
    },
  };
}

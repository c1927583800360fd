import type { CaseRead } from "@lianxin/api";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { invalidate } from "../../shared/data/invalidate";
import { readUnsent, unsentKey, writeUnsent } from "../../shared/data/unsent";
import { useApiMutation } from "../../shared/data/use-mutation";
import { useLeaveNote, useOneSend } from "../../shared/form";
import { ownerOf, useSession } from "../../shared/session";
import { draftReply } from "./data";

/** A reply that is being written. `over`: the draft that stood there when it was begun. */
export interface ReplyEdit {
  text: string;
  language: CaseRead["replies"][number]["language"];
  over: string;
}

/** Write the reply of a case: what was typed outlives a call, a reload and another editor. */
export function useReplyEdit(detail: CaseRead) {
  const { id } = detail;
  const key = unsentKey(ownerOf(useSession()), `reply.${id}`);
  const client = useQueryClient();
  const [edit, setEdit] = useState(() => readUnsent<ReplyEdit>(key));
  const one = useOneSend();
  const unsaved = useLeaveNote(key);
  const typed = edit !== null && edit.text !== edit.over;

  useEffect(() => {
    unsaved.current = typed ? { secrets: false } : null;
  }, [typed, unsaved]);
  const put = (next: ReplyEdit | null) => {
    writeUnsent(key, next);
    setEdit(next);
  };
  const { busy, refusal, reset, run } = useApiMutation({
    write: async ({ text, language }: ReplyEdit) => {
      client.setQueryData(["case", id], await draftReply(id, detail.version, { text, language }));
      put(null);
    },
    tell: "form",
  });
  const save = async () => {
    if (edit === null || !one.begin()) return;
    await run(edit);
    one.end();
    // Refused, the newer case is read: saved once more, what was typed goes over it.
    invalidate(client, { kind: "case", id });
  };

  return {
    edit,
    refusal,
    busy,
    save,
    start: (draft: Omit<ReplyEdit, "over"> | undefined) => {
      const text = draft?.text ?? "";
      put({ text, language: draft?.language ?? "zh", over: text });
    },
    change: (fields: Partial<ReplyEdit>) => {
      if (edit !== null && !one.isSending()) put({ ...edit, ...fields });
    },
    discard: () => {
      put(null);
      reset();
    },
  };
}

import { ApiError, type CaseRead } from "@lianxin/api";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { invalidate } from "../../shared/data/invalidate";
import { readUnsent, unsentKey, writeUnsent } from "../../shared/data/unsent";
import { useApiMutation } from "../../shared/data/use-mutation";
import { merge, type Side, type ThreeWay, useLeaveNote, useOneSend } from "../../shared/form";
import { ownerOf, useSession } from "../../shared/session";
import { draftReply, readAgainIfClosed, readCase } from "./data";

type Reply = CaseRead["replies"][number];
export type ReplyFields = Pick<Reply, "text" | "language">;

/** A reply that is being written. `over` and `overLanguage`: the draft that stood there when it
 * was begun, at `version` of the case; `newest`: which of the case's replies was the newest. */
export interface ReplyEdit extends ReplyFields {
  over: string;
  overLanguage: Reply["language"];
  version: number;
  newest: string;
}

/** Somebody else has written a reply since: their case, and how they are called. */
export interface ReplyConflict {
  theirs: CaseRead;
  by: string;
}

/** Which reply is the newest, in which of its states: every write makes it another. */
function newestOf({ replies: [newest] }: CaseRead): string {
  return newest ? `${newest.number} ${newest.written_at} ${newest.approved_at ?? ""}` : "";
}

function fieldsOf(reply: ReplyFields | undefined): ReplyFields {
  return { text: reply?.text ?? "", language: reply?.language ?? "zh" };
}

/** Under which the reply to a case is kept while it is written. */
export function replyKey(owner: string, id: string): string {
  return unsentKey(owner, `reply.${id}`);
}

/** What was kept; before an update it did not say what it was begun on: the first version, so
 * that it meets whatever was written since. */
export function storedReply(key: string): ReplyEdit | null {
  const kept = readUnsent<ReplyFields & Partial<ReplyEdit>>(key);
  if (kept === null) return null;
  const { text, language, over = "", overLanguage = language, version = 1, newest = "" } = kept;
  return { text, language, over, overLanguage, version, newest };
}

/** The draft as it was begun on, mine, and what stands there now. */
export function threeOf(edit: ReplyEdit, { theirs }: ReplyConflict): ThreeWay<ReplyFields> {
  const { text, language, over, overLanguage } = edit;
  return {
    base: { text: over, language: overLanguage },
    mine: { text, language },
    theirs: fieldsOf(theirs.replies[0]),
  };
}

/** Write the reply of a case: what was typed outlives a call, a reload and another editor. */
export function useReplyEdit(detail: CaseRead) {
  const { id } = detail;
  const key = replyKey(ownerOf(useSession()), id);
  const client = useQueryClient();
  const [edit, setEdit] = useState(() => storedReply(key));
  const [conflict, setConflict] = useState<ReplyConflict | null>(null);
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
  /** The version goes along that the words were begun on, not the one that was told of since. */
  const write = async (next: ReplyEdit): Promise<CaseRead> => {
    const { version, newest, text, language } = next;
    try {
      return await draftReply(id, version, { text, language });
    } catch (error) {
      if (!(error instanceof ApiError && error.code === "case.version_conflict")) throw error;
      const theirs = await readCase(id);
      // Something else of the case was changed: nobody's words are written over.
      if (newestOf(theirs) === newest && theirs.version !== version) {
        return write({ ...next, version: theirs.version });
      }
      const reply = theirs.replies[0];
      setConflict({ theirs, by: (reply?.approved_by ?? reply?.written_by)?.name ?? "" });
      throw error;
    }
  };
  const { busy, refusal, reset, run } = useApiMutation({
    write: async (next: ReplyEdit) => {
      client.setQueryData(["case", id], await write(next));
      put(null);
      setConflict(null);
    },
    tell: "form",
    onConflict: () => undefined, // it is on the page by now
    onRefused: (error) => readAgainIfClosed(client, id, error),
  });
  const send = async (next: ReplyEdit) => {
    if (!one.begin()) return;
    await run(next);
    one.end();
    invalidate(client, { kind: "case", id });
  };

  return {
    edit,
    conflict,
    refusal,
    busy,
    save: async () => {
      if (edit !== null) await send(edit);
    },
    /** After a conflict: save what was chosen over their reply. */
    saveMerged: async (chosen: Readonly<Record<string, Side>>) => {
      if (edit === null || conflict === null) return;
      const { theirs } = conflict;
      const three = threeOf(edit, conflict);
      // Should a third be faster still, the next conflict starts from here.
      const next = {
        ...merge(three, chosen),
        over: three.theirs.text,
        overLanguage: three.theirs.language,
        version: theirs.version,
        newest: newestOf(theirs),
      };
      put(next);
      setConflict(null);
      await send(next);
    },
    postpone: () => setConflict(null),
    start: (draft: ReplyFields | undefined) => {
      const { text, language } = fieldsOf(draft);
      const { version } = detail;
      const begun = { over: text, overLanguage: language, version, newest: newestOf(detail) };
      put({ text, language, ...begun });
    },
    change: (fields: Partial<ReplyFields>) => {
      if (edit !== null && !one.isSending()) put({ ...edit, ...fields });
    },
    discard: () => {
      put(null);
      reset();
    },
  };
}

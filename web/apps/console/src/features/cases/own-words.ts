import { readUnsent, writeUnsent } from "../../shared/data/unsent";
import { changedFields } from "../../shared/form";
import { type CaseEdit, type CaseFields, editKey, storedEdit } from "./fields";
import { type ReplyEdit, replyKey, storedReply } from "./use-reply-edit";

/** The fields of a case that hold words of people's own. */
const WORDED = ["title", "content", "citizen_name", "phone", "address"] as const;

/** What is left of an edit once its case is closed to who wrote it: what they typed, nothing read. */
type Left = { mine: Partial<CaseFields> };

export interface OwnWord {
  field: (typeof WORDED)[number] | "reply";
  text: string;
}

function typedIn(key: string): Partial<CaseFields> {
  const edit = storedEdit(key);
  if (edit === null) return readUnsent<Left>(key)?.mine ?? {};
  const names = changedFields<CaseFields>(edit.base, edit.mine);
  return Object.fromEntries(names.map((name) => [name, edit.mine[name]]));
}

function typedReply(key: string): ReplyEdit | null {
  const reply = storedReply(key);
  return reply === null || reply.text === reply.over ? null : reply;
}

/** What `owner` has typed about a case and not saved. */
export function ownWords(owner: string, id: string): OwnWord[] {
  const typed = typedIn(editKey(owner, id));
  const fields = WORDED.map((field) => ({ field, text: typed[field] ?? "" }));
  const reply = typedReply(replyKey(owner, id));
  return [...fields, { field: "reply" as const, text: reply?.text ?? "" }].filter(
    ({ text }) => text !== "",
  );
}

/** Of what was kept about a case that is closed now, keep what `owner` typed and nothing else. */
export function keepOwnWords(owner: string, id: string): void {
  const mine = typedIn(editKey(owner, id));
  writeUnsent<Left>(editKey(owner, id), Object.keys(mine).length === 0 ? null : { mine });
  const reply = typedReply(replyKey(owner, id));
  // Begun on the first version, it meets whatever was written since, should the case open again.
  const alone = reply && { text: reply.text, language: reply.language };
  writeUnsent(replyKey(owner, id), alone);
}

export function forgetOwnWords(owner: string, id: string, words: readonly OwnWord[]): void {
  const replies = words.filter(({ field }) => field === "reply").length;
  if (words.length > replies) writeUnsent<CaseEdit>(editKey(owner, id), null);
  if (replies > 0) writeUnsent<ReplyEdit>(replyKey(owner, id), null);
}

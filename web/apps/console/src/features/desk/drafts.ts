import type { CaseCreate } from "@lianxin/api";
import type { GuardedStorage } from "@lianxin/i18n";
import { DRAFTS } from "../../shared/data/unsent";
import { type DraftFields, isPhone } from "../cases";

/** The case that another tab made of a draft, and the request that made it. */
export interface FiledDraft {
  id: string;
  number: string;
  body: CaseCreate;
}

/** A case that is being written. Kept on this computer until it is submitted or deleted. */
export interface Draft {
  /** Also the idempotency key of its submission: sent twice, filed once. */
  id: string;
  call: string | null;
  fields: DraftFields;
  createdAt: number;
  savedAt: number;
  /** What was sent and neither filed nor refused as far as is known, the oldest first. */
  sent?: readonly CaseCreate[];
  /** Another tab filed it; what was written here since may be put into that case. */
  filed?: FiledDraft;
}

const EMPTY_FIELDS: DraftFields = {
  type: "",
  urgency: "normal",
  secrecy: "internal",
  title: "",
  content: "",
  citizen_name: "",
  phone: "",
  address: "",
};

/** After how long a draft that nobody wrote in is forgotten, in milliseconds. */
const EMPTY_LIFE = 12 * 3600 * 1000;

export type DraftProblem = keyof Pick<DraftFields, "type" | "title" | "content" | "phone">;

/** What keeps a draft from being submitted, in the order of the form. */
export function problems(fields: DraftFields): DraftProblem[] {
  const found: DraftProblem[] = [];
  if (fields.type === "") found.push("type");
  if (fields.title.trim() === "") found.push("title");
  if (fields.content.trim() === "") found.push("content");
  if (!isPhone(fields.phone)) found.push("phone");
  return found;
}

/** True when nobody has written anything that would be missed. */
export function isBlank(draft: Draft): boolean {
  const { type, title, content, citizen_name, address } = draft.fields;
  return [type, title, content, citizen_name, address].every((text) => text.trim() === "");
}

/** The drafts of one person on this computer, each under a key of its own. */
export class DraftShelf {
  private readonly prefix: string;

  constructor(
    owner: string,
    private readonly storage: Omit<GuardedStorage, "wouldLose">,
  ) {
    this.prefix = `${DRAFTS}${owner}.`;
  }

  /** Oldest first. What cannot be read is left alone. */
  list(): Draft[] {
    const keys = this.storage.keys().filter((key) => key.startsWith(this.prefix));
    return keys
      .map((key) => parse(this.storage.getItem(key)))
      .filter((draft): draft is Draft => draft !== null)
      .sort((one, other) => one.createdAt - other.createdAt);
  }

  /** As the tab has kept it that wrote last. */
  read(id: string): Draft | null {
    return parse(this.storage.getItem(this.prefix + id));
  }

  /** False when the computer's storage is full. */
  save(draft: Draft): boolean {
    return this.storage.setItem(this.prefix + draft.id, JSON.stringify(draft));
  }

  remove(id: string): void {
    this.storage.removeItem(this.prefix + id);
  }

  /** Forget drafts in which nobody wrote, once they are old; `keep` is spared. */
  sweep(now: number, keep: string | null): void {
    for (const draft of this.list()) {
      const old = now - draft.savedAt > EMPTY_LIFE;
      if (old && isBlank(draft) && draft.id !== keep) this.remove(draft.id);
    }
  }
}

function parse(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const draft = JSON.parse(text) as Draft;
    return { ...draft, fields: { ...EMPTY_FIELDS, ...draft.fields } };
  } catch {
    return null;
  }
}

export function newDraft(now: number, call: string | null = null, phone = ""): Draft {
  return {
    id: crypto.randomUUID(),
    call,
    fields: { ...EMPTY_FIELDS, phone },
    createdAt: now,
    savedAt: now,
  };
}

/**
 * The draft for a call that was answered: the one that it already has, else a blank one
 * without a call, else a new one. No draft is closed or changed that somebody wrote in.
 */
export function draftForCall(
  drafts: readonly Draft[],
  call: { id: string; caller: string },
  now: number,
): Draft {
  const own = drafts.find((draft) => draft.call === call.id);
  if (own) return own;
  const blank = drafts.find((draft) => draft.call === null && isBlank(draft));
  const base = blank ?? newDraft(now);
  return {
    ...base,
    call: call.id,
    fields: { ...base.fields, phone: base.fields.phone || call.caller },
  };
}

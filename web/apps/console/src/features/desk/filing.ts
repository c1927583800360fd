import { ApiError, type CaseCreate, type CaseOpened, type CaseRead } from "@lianxin/api";
import { changeCase, written } from "../cases";
import { openCase } from "./data";
import { isSame } from "./draft-merge";
import type { Draft } from "./drafts";

/** The request that files `draft`. */
export function bodyOf({ call, fields }: Draft): CaseCreate {
  const { type, ...rest } = written(fields);
  return { call, source: "phone", type: type as CaseCreate["type"], ...rest };
}

const FIELDS = [
  "type",
  "urgency",
  "secrecy",
  "title",
  "content",
  "citizen_name",
  "phone",
  "address",
] as const;

/** True when another tab filed the draft as it stands here: there is nothing left to send. */
export function isOver(draft: Draft): boolean {
  return draft.filed !== undefined && isSame(draft.filed.body, bodyOf(draft));
}

/** Where the bodies of tries are noted whose answer has not come. */
interface Notes {
  sending: (draft: string, body: CaseCreate) => void;
  refused: (draft: string, body: CaseCreate) => void;
  /** All that were sent, by whichever tab. */
  sent: (draft: string) => readonly CaseCreate[];
}

/**
 * File `draft` under its id, once. When an earlier try was filed and its answer was lost, that
 * case is given, with what was written since put into it; its code was told to nobody.
 * Throws `ApiError`.
 */
export async function fileDraft(draft: Draft, notes: Notes): Promise<CaseOpened> {
  const body = bodyOf(draft);
  notes.sending(draft.id, body);
  try {
    return await openCase(body, draft.id);
  } catch (error) {
    if (isReused(error)) return await takeUp(draft.id, body, notes.sent(draft.id), error);
    if (isRefused(error)) notes.refused(draft.id, body);
    throw error;
  }
}

/** One of the earlier tries was filed: sent again, it is answered with its case. */
async function takeUp(
  id: string,
  body: CaseCreate,
  sent: readonly CaseCreate[],
  reused: unknown,
): Promise<CaseOpened> {
  for (const earlier of sent) {
    if (isSame(earlier, body)) continue; // it was the one that was refused
    const opened = await openCase(earlier, id).catch((error: unknown) => {
      if (isReused(error)) return null;
      throw error;
    });
    if (opened !== null) return { ...opened, case: await bringUp(opened.case, earlier, body) };
  }
  throw reused;
}

async function bringUp(filed: CaseRead, from: CaseCreate, to: CaseCreate): Promise<CaseRead> {
  const changed = FIELDS.filter((field) => from[field] !== to[field]);
  if (changed.length === 0) return filed;
  const values = Object.fromEntries(changed.map((field) => [field, to[field]]));
  return changeCase(filed.id, filed.version, values);
}

function isReused(error: unknown): boolean {
  return error instanceof ApiError && error.code === "case.request_reused";
}

/** The server has read the request and made nothing of it. */
function isRefused(error: unknown): boolean {
  return error instanceof ApiError && error.status >= 400 && error.status < 500;
}

/** One draft in two tabs: what each has written since they last had the same. Pure. */
import type { CaseCreate } from "@lianxin/api";
import type { DraftFields } from "../cases";
import type { Draft } from "./drafts";

/**
 * Both in one, field by field. `base` is what this tab last saw of the draft outside of itself;
 * where both wrote in one field, `mine` stays, as it is the one under somebody's hands.
 */
export function mergedDraft(base: Draft | null, mine: Draft, theirs: Draft | null): Draft {
  if (base === null || theirs === null || theirs.savedAt < base.savedAt) return mine;
  return {
    ...mine,
    call: mine.call === base.call ? theirs.call : mine.call,
    fields: mergedFields(base.fields, mine.fields, theirs.fields),
    savedAt: Math.max(mine.savedAt, theirs.savedAt),
    ...defined("filed", mine.filed ?? theirs.filed),
    ...defined("sent", mergedBodies(base.sent, mine.sent, theirs.sent)),
  };
}

function mergedFields(base: DraftFields, mine: DraftFields, theirs: DraftFields): DraftFields {
  const names = Object.keys(theirs) as (keyof DraftFields)[];
  const taken = names.filter((name) => mine[name] === base[name]);
  return { ...mine, ...Object.fromEntries(taken.map((name) => [name, theirs[name]])) };
}

type Bodies = readonly CaseCreate[] | undefined;

/** What either has added, without what either has taken out. */
function mergedBodies(base: Bodies, mine: Bodies, theirs: Bodies): Bodies {
  if (mine === undefined) return theirs;
  if (theirs === undefined) return mine;
  const has = (list: Bodies, body: CaseCreate) => (list ?? []).some((each) => isSame(each, body));
  const stays = theirs.filter((body) => has(mine, body) || !has(base, body));
  return [...stays, ...mine.filter((body) => !has(theirs, body) && !has(base, body))];
}

export function isSame(one: CaseCreate, other: CaseCreate): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function defined<Name extends string, Value>(name: Name, value: Value | undefined) {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}

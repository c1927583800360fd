import type { CaseRead } from "@lianxin/api";

/** What an editor may change of a case. */
export interface CaseFields {
  type: CaseRead["type"];
  urgency: CaseRead["urgency"];
  secrecy: CaseRead["secrecy"];
  title: string;
  content: string;
  citizen_name: string;
  phone: string;
  address: string;
}

export function fieldsOf(detail: CaseFields): CaseFields {
  const { type, urgency, secrecy, title, content, citizen_name, phone, address } = detail;
  return { type, urgency, secrecy, title, content, citizen_name, phone, address };
}

/** An edit in progress: what was read, at which version, and what is typed now. */
export interface CaseEdit {
  version: number;
  base: CaseFields;
  mine: CaseFields;
}

const PREFIX = "lianxin.edit.";

/** Edits outlive leaving the page (a call may ring) and a reload, not the browser's tab. */
export function storedEdit(id: string): CaseEdit | null {
  const text = sessionStorage.getItem(PREFIX + id);
  if (text === null) return null;
  const { version, base, mine } = JSON.parse(text) as CaseEdit;
  // A tab that was open over an update may have kept more than is a field now.
  return { version, base: fieldsOf(base), mine: fieldsOf(mine) };
}

export function storeEdit(id: string, edit: CaseEdit | null): void {
  if (edit === null) sessionStorage.removeItem(PREFIX + id);
  else sessionStorage.setItem(PREFIX + id, JSON.stringify(edit));
}

import type { CaseDetail } from "@lianxin/api";

/** What an editor may change of a case. */
export interface CaseFields {
  type: CaseDetail["type"];
  state: CaseDetail["state"];
  urgency: CaseDetail["urgency"];
  secrecy: CaseDetail["secrecy"];
  title: string;
  content: string;
  citizen_name: string;
  phone: string;
  address: string;
}

export function fieldsOf(detail: CaseDetail): CaseFields {
  const { type, state, urgency, secrecy, title, content, citizen_name, phone, address } = detail;
  return { type, state, urgency, secrecy, title, content, citizen_name, phone, address };
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
  return text === null ? null : (JSON.parse(text) as CaseEdit);
}

export function storeEdit(id: string, edit: CaseEdit | null): void {
  if (edit === null) sessionStorage.removeItem(PREFIX + id);
  else sessionStorage.setItem(PREFIX + id, JSON.stringify(edit));
}

import type { CaseRead } from "@lianxin/api";
import { readUnsent, unsentKey } from "../../shared/data/unsent";
import { phoneText, plainPhone, readPhone } from "../../shared/formats/phone-text";

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

/** The same before it is filed; "" is a type not yet chosen. */
export type DraftFields = Omit<CaseFields, "type"> & { type: CaseFields["type"] | "" };

/** Whether a telephone number as it was typed or pasted is one, or nothing is there. */
export function isPhone(text: string): boolean {
  return plainPhone(text) === "" || readPhone(text) !== null;
}

/** The fields as the API takes them: without the spaces around, the number plain. */
export function written<Fields extends DraftFields>(fields: Fields): Fields {
  return {
    ...fields,
    title: fields.title.trim(),
    content: fields.content.trim(),
    citizen_name: fields.citizen_name.trim(),
    phone: plainPhone(fields.phone),
    address: fields.address.trim(),
  };
}

/** The fields of a case, or of an edit that was kept. The extension is typed behind the number. */
export function fieldsOf(detail: CaseFields & { phone_extension?: string }): CaseFields {
  const { type, urgency, secrecy, title, content, citizen_name, address } = detail;
  const phone = phoneText({ digits: detail.phone, extension: detail.phone_extension ?? "" });
  return { type, urgency, secrecy, title, content, citizen_name, phone, address };
}

/** An edit in progress: what was read, at which version, and what is typed now. */
export interface CaseEdit {
  version: number;
  base: CaseFields;
  mine: CaseFields;
}

/** Under which the edit of a case is kept. */
export function editKey(owner: string, id: string): string {
  return unsentKey(owner, `case.${id}`);
}

/** Edits outlive leaving the page (a call may ring) and a reload, not the tab or a sign-out. */
export function storedEdit(key: string): CaseEdit | null {
  const kept = readUnsent<CaseEdit>(key);
  if (kept?.base === undefined) return null; // of a case that was closed: see `own-words`
  const { version, base, mine } = kept;
  // A tab that was open over an update may have kept more than is a field now.
  return { version, base: fieldsOf(base), mine: fieldsOf(mine) };
}

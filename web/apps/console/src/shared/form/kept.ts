/** What was typed into a form and not sent, and the version of what it was typed over. */
export interface Kept<Values> {
  version: number | null;
  values: Values;
}

const PREFIX = "lianxin.form.";

/** Under which a form's values are kept: whose, which form, of what. */
export function keptKey(owner: string, form: string): string {
  return `${PREFIX}${owner}.${form}`;
}

/** Kept by the browser's tab: it outlives a reload and a new sign-in, not the tab. */
export function readKept<Values>(key: string): Kept<Values> | null {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Kept<Values>);
  } catch {
    return null; // what cannot be read is no draft
  }
}

export function writeKept<Values>(key: string, kept: Kept<Values> | null): void {
  try {
    if (kept === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // The storage is full: the form itself still has what was typed.
  }
}

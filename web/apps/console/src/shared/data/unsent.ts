import { inTab, onComputer } from "@lianxin/i18n";

/** Under which words are kept that somebody typed and nobody has sent, in the tab. */
const UNSENT = "lianxin.unsent.";

/** Under which the drafts of cases are kept, on the computer. */
export const DRAFTS = "lianxin.draft.";

/** True when something that somebody typed would be gone after a reload. */
export function wouldLoseWords(): boolean {
  return onComputer.wouldLose(DRAFTS) || inTab.wouldLose(UNSENT);
}

/** Under which something typed and not sent is kept: whose, and of what. */
export function unsentKey(owner: string, what: string): string {
  return `${UNSENT}${owner}.${what}`;
}

/** What the browser's tab kept, null when there is nothing or nothing that can be read. */
export function readUnsent<Value>(key: string): Value | null {
  try {
    const text = inTab.getItem(key);
    return text === null ? null : (JSON.parse(text) as Value);
  } catch {
    return null;
  }
}

export function writeUnsent<Value>(key: string, value: Value | null): void {
  if (value === null) inTab.removeItem(key);
  else inTab.setItem(key, JSON.stringify(value));
}

/** Who signs out leaves nothing on a computer that others use. */
export function forgetUnsent(): void {
  for (const key of inTab.keys()) {
    if (key.startsWith(UNSENT)) inTab.removeItem(key);
  }
}

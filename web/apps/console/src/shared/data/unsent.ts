const PREFIX = "lianxin.unsent.";

/** Under which something typed and not sent is kept: whose, and of what. */
export function unsentKey(owner: string, what: string): string {
  return `${PREFIX}${owner}.${what}`;
}

/** What the browser's tab kept, null when there is nothing or nothing that can be read. */
export function readUnsent<Value>(key: string): Value | null {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Value);
  } catch {
    return null;
  }
}

export function writeUnsent<Value>(key: string, value: Value | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The storage is full: the page itself still has what was typed.
  }
}

/** Who signs out leaves nothing on a computer that others use. */
export function forgetUnsent(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  }
}

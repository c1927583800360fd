/** Words of the knowledge within the words of somebody who writes. */

/** What is put into a text of an entry: what it is called, what it says, and which one it is. */
export interface Quote {
  title: string;
  body: string;
  source: string;
}

/** An entry as it is put into a text. Of one that has no `room`, the end of what it says is cut. */
export function quoted({ title, body, source }: Quote, room = Number.POSITIVE_INFINITY): string {
  const of = (says: string) =>
    [title, says, `（${source}）`].filter((line) => line !== "").join("\n");
  const says = body.trim();
  const over = of(says).length - room;
  return over <= 0 ? of(says) : of(`${says.slice(0, Math.max(0, says.length - over - 1))}…`);
}

/**
 * `words` in lines of their own at `at` of `content`, and the place behind them. What would not
 * fit into `longest` is cut from the words, never from what was written.
 */
export function withQuote(content: string, words: string, at: number, longest: number) {
  const before = content.slice(0, at);
  const after = content.slice(at);
  const gap = before === "" || before.endsWith("\n") ? "" : "\n";
  const room = Math.max(0, longest - content.length - gap.length - 1);
  const put = `${gap}${words.slice(0, room)}${after.startsWith("\n") ? "" : "\n"}`;
  return { text: `${before}${put}${after}`, end: at + put.length };
}

/**
 * Type an entry into a text where its cursor stands or stood last, as if by hand: Ctrl+Z takes it
 * out again, and the keyboard goes on behind it.
 */
export function putInto(field: HTMLTextAreaElement, quote: Quote): void {
  if (field.readOnly || field.disabled) return; // it is being sent
  const { value, maxLength, selectionEnd: at } = field;
  const longest = maxLength > 0 ? maxLength : Number.POSITIVE_INFINITY;
  const words = quoted(quote, longest - value.length - 2); // and a line's end on either side
  const { text, end } = withQuote(value, words, at, longest);
  field.focus();
  field.setSelectionRange(at, at);
  typeWords(field, text.slice(at, end));
}

/** The only way into a browser's own undo is its command, whatever the standard calls it. */
function typeWords(field: HTMLTextAreaElement, words: string): void {
  if (document.execCommand?.("insertText", false, words)) return;
  const { selectionStart, selectionEnd } = field;
  field.setRangeText(words, selectionStart, selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

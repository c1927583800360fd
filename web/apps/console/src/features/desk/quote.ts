/** Words of the knowledge within the words of an agent. Pure. */

/** As many characters as the content of a case takes. */
const LONGEST = 20_000;

/** An entry as it is put into a sheet: what it is called, what it says, and which one it is. */
export function quoted({
  title,
  body,
  source,
}: {
  title: string;
  body: string;
  source: string;
}): string {
  return [title, body.trim(), `（${source}）`].filter((line) => line !== "").join("\n");
}

/**
 * `words` in lines of their own at `at` of `content`, and the place behind them. What would not
 * fit is cut from the words, never from what the agent wrote.
 */
export function withQuote(content: string, words: string, at: number) {
  const before = content.slice(0, at);
  const after = content.slice(at);
  const gap = before === "" || before.endsWith("\n") ? "" : "\n";
  const room = Math.max(0, LONGEST - content.length - gap.length - 1);
  const put = `${gap}${words.slice(0, room)}${after.startsWith("\n") ? "" : "\n"}`;
  return { text: `${before}${put}${after}`, end: at + put.length };
}

/** Hours as they are typed: `09:00-12:00 13:30-17:30`. */
import { plainSigns } from "./phone-text";

export type Span = [string, string];

const SPAN =
  /^([01]?\d|2[0-4])[:：.]?([0-5]\d)\s*(?:-|–|—|~|～|至|到)\s*([01]?\d|2[0-4])[:：.]?([0-5]\d)$/;
const MOST = 12;

/** The spans of what was typed, in order; null when it cannot be read, or they overlap. */
export function readSpans(text: string): Span[] | null {
  const words = plainSigns(text)
    .replace(/\s*([-–—~～至到])\s*/g, "$1")
    .split(/[\s,，;；、]+/)
    .filter(Boolean);
  const spans: Span[] = [];
  for (const word of words) {
    const span = readSpan(word);
    if (span === null) return null;
    spans.push(span);
  }
  spans.sort(([first], [second]) => first.localeCompare(second));
  const apart = spans.every((span, index) => {
    const before = spans[index - 1];
    return before === undefined || before[1] <= span[0];
  });
  return apart && spans.length <= MOST ? spans : null;
}

function readSpan(word: string): Span | null {
  const found = SPAN.exec(word);
  if (found === null) return null;
  const [, fromHour = "", fromMinute = "", toHour = "", toMinute = ""] = found;
  const opens = `${fromHour.padStart(2, "0")}:${fromMinute}`;
  const closes = `${toHour.padStart(2, "0")}:${toMinute}`;
  return opens < closes && closes <= "24:00" ? [opens, closes] : null;
}

export function writeSpans(spans: readonly (readonly string[])[]): string {
  return spans.map(([opens, closes]) => `${opens}-${closes}`).join(" ");
}

/** Where a time stands in its day, 0 to 1. */
export function partOfDay(clock: string): number {
  const [hour = "0", minute = "0"] = clock.split(":");
  return (Number(hour) * 60 + Number(minute)) / 1440;
}

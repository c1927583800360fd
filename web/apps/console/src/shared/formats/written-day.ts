/** Days and moments as offices write them: 2026/5/9, 2026年5月9日, full-width, pasted with marks. */
import { plainSigns } from "./phone-text";

const DAY = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))$/;
const MOMENT = /^(.+?)(?:T| +)(\d{1,2})(?::|时|点)(\d{2})分?$/;

function two(figures: string | number): string {
  return String(figures).padStart(2, "0");
}

/** `2026-05-09`; null for what is no day, such as 2026-02-30, 5月9日, 明天, or of no year that people
 * plan in: 0226 is a slip. */
export function readDay(text: string): string | null {
  const found = DAY.exec(plainSigns(text).trim());
  if (found === null) return null;
  const [, year = "", , ...rest] = found;
  if (!/^(19|20|21)/.test(year)) return null;
  const [month, day] = rest.filter((part) => part !== undefined);
  const iso = `${year}-${two(month ?? "")}-${two(day ?? "")}`;
  const at = new Date(`${iso}T00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

/** `2026-05-09T09:00`; null for what is no moment. 24:00 is none: it is written by two days. */
export function readMoment(text: string): string | null {
  const [, written = "", hour = "", minute = ""] = MOMENT.exec(plainSigns(text).trim()) ?? [];
  const day = readDay(written.trim());
  if (day === null || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${day}T${two(hour)}:${minute}`;
}

/** Times that a person writes are in the centre's zone, wherever their computer stands. */
import { clock, day } from "@lianxin/i18n";

const HOUR = 3600_000;

/** How far `zone` is ahead of UTC at the instant `at`, in milliseconds. */
function ahead(zone: string, at: number): number {
  const shown = `${day(at, zone)}T${clock(at, zone)}Z`;
  return Date.parse(shown) - Math.floor(at / 1000) * 1000;
}

/** `2026-11-23T08:59` in `zone`, as an ISO instant with its offset written out. */
export function zoned(local: string, zone: string): string {
  const naive = Date.parse(`${local}Z`);
  const offset = ahead(zone, naive - ahead(zone, naive));
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.trunc(value)).padStart(2, "0");
  const sign = offset < 0 ? "-" : "+";
  const seconds = local.length === 16 ? ":00" : "";
  return `${local}${seconds}${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** The face of a clock at a moment that there is, `2026-11-23T08:59`, in a year that people plan in. */
export function isFace(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}Z`); // 02-30 and 24:00 are read as another day
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** As the API and `zoned` write it; what people type may mean a moment to `Date.parse` alone. */
export function isInstant(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(Date.parse(value))
  );
}

/** What stands in a field: an instant where it is a face, else as it was typed: no moment. */
export function instantOrText(text: string, zone: string): string {
  return isFace(text) ? zoned(text, zone) : text;
}

/** The other way round: the face of an instant; what is none stays as it was typed. */
export function faceOrText(value: string, zone: string): string {
  return isInstant(value) ? localOf(value, zone) : value;
}

/** Now, or `hours` later, as a field for date and time holds it. */
export function localNow(zone: string, hours = 0): string {
  const at = Date.now() + hours * HOUR;
  return `${day(at, zone)}T${clock(at, zone).slice(0, 5)}`;
}

/** The next workday (Monday to Friday) after today, as `2026-11-24`. */
export function nextWorkday(zone: string): string {
  for (let days = 1; ; days += 1) {
    const date = day(Date.now() + days * 24 * HOUR, zone);
    const weekday = new Date(`${date}T12:00Z`).getUTCDay();
    if (weekday > 0 && weekday < 6) return date;
  }
}

/** An instant as the centre's clock shows it, `2026-11-23T08:59`; "" for what is no instant. */
export function localOf(instant: string, zone: string): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? "" : `${day(at, zone)}T${clock(at, zone).slice(0, 5)}`;
}

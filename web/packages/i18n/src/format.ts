import { type Language, localeTag } from "./language";

type Instant = number | string | Date;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function milliseconds(at: Instant): number {
  return typeof at === "number" ? at : new Date(at).getTime();
}

function parts(at: Instant, zone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  return Object.fromEntries(
    format.formatToParts(milliseconds(at)).map(({ type, value }) => [type, value]),
  );
}

/** `14:05:09` in the centre's zone. */
export function clock(at: Instant, zone: string): string {
  const { hour, minute, second } = parts(at, zone);
  return `${hour}:${minute}:${second}`;
}

/** `2026-11-23` in the centre's zone. */
export function day(at: Instant, zone: string): string {
  const { year, month, day: date } = parts(at, zone);
  return `${year}-${month}-${date}`;
}

/** `14:05` today, `11-22 14:05` this year, `2025-11-22 14:05` before. */
export function moment(at: Instant, zone: string, now: number): string {
  const then = parts(at, zone);
  const today = parts(now, zone);
  const time = `${then.hour}:${then.minute}`;
  if (then.year !== today.year) return `${then.year}-${then.month}-${then.day} ${time}`;
  if (then.month === today.month && then.day === today.day) return time;
  return `${then.month}-${then.day} ${time}`;
}

/** `2026-11-23 14:05:09`, for tooltips and print. */
export function fullMoment(at: Instant, zone: string): string {
  return `${day(at, zone)} ${clock(at, zone)}`;
}

/** `3 分钟前`, `昨天`, `in 2 hours`. */
export function relative(at: Instant, now: number, language: Language): string {
  const difference = milliseconds(at) - now;
  const distance = Math.abs(difference);
  const format = new Intl.RelativeTimeFormat(localeTag(language), { numeric: "auto" });
  if (distance < MINUTE) return language === "zh" ? "刚刚" : "just now";
  if (distance < HOUR) return format.format(Math.trunc(difference / MINUTE), "minute");
  if (distance < DAY) return format.format(Math.trunc(difference / HOUR), "hour");
  return format.format(Math.trunc(difference / DAY), "day");
}

/** A running time: `02:14` below one hour, `1:02:14` above. Never negative. */
export function duration(span: number): string {
  const seconds = Math.max(0, Math.floor(span / SECOND));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** The first instant of the day in which `at` lies, in the centre's zone, as UTC milliseconds. */
export function startOfDay(at: Instant, zone: string): number {
  const { hour, minute, second } = parts(at, zone);
  const since = (Number(hour) * 60 + Number(minute)) * MINUTE + Number(second) * SECOND;
  return Math.floor((milliseconds(at) - since) / SECOND) * SECOND;
}

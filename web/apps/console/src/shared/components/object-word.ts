import { clock, currentLanguage, day, wordFor } from "@lianxin/i18n";
import { masked } from "../formats/number";

interface About {
  object_type: string;
  object_id: string;
  data?: Readonly<Record<string, unknown>>;
  /** What things are called, by `kind:key`. */
  names?: Readonly<Record<string, string>>;
  /** Whether those are today's, of an entry that kept none. */
  names_today?: boolean;
  /** It is something confidential that the reader may not know. */
  withheld?: boolean;
}

/** Kinds whose things have names of their own, which are quoted; others have numbers or times. */
const QUOTED = new Set([
  ...["connection", "poll", "knowledge", "notice_template"],
  ...["flow", "calendar", "centre", "queue", "prompt", "disposition"],
]);

const INSTANT = /^\d{4}-\d\d-\d\dT/;
const KEY = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** `2026-11-23 14:05` in the centre's zone; what is no instant stays as it is. */
export function minuteOf(text: string, zone: string): string {
  if (!INSTANT.test(text)) return text;
  return `${day(text, zone)} ${clock(text, zone).slice(0, 5)}`;
}

/** What a record of the audit trail or an alarm is about: `工单 9901…`, `队列“人工服务”`, `保密工单`. */
export function objectWord(about: About, zone: string): string {
  const { object_type: kind } = about;
  if (about.withheld) return wordFor("audit.confidential", kind, wordFor("audit", "withheld", ""));
  const word = wordFor("audit.kind", kind, kind);
  const called = nameOf(about, zone);
  if (called === "") return word;
  if (!QUOTED.has(kind)) return `${word} ${called}`;
  const today = about.names_today && isNamed(about) ? wordFor("audit", "nameToday", "") : "";
  return currentLanguage() === "zh" ? `${word}“${called}”${today}` : `${word} “${called}”${today}`;
}

function isNamed({ object_type, object_id, names = {} }: About): boolean {
  return names[`${object_type}:${object_id}`] !== undefined;
}

/** Its name, else what the record itself says; a bare key tells nobody anything. */
function nameOf({ object_type, object_id, data = {}, names = {} }: About, zone: string): string {
  const name = names[`${object_type}:${object_id}`];
  if (name !== undefined) return minuteOf(name, zone);
  if (object_type === "phone") return masked(object_id);
  if (object_type === "alarm") return "";
  const said = [data.code, data.prompt, data.number].find((each) => typeof each === "string");
  if (typeof said === "string") return said;
  return KEY.test(object_id) ? "" : object_id;
}

/** The audit trail in sentences, in the language of the page. */
import type { AuditEntrySummary } from "@lianxin/api";
import { currentLanguage, wordFor } from "@lianxin/i18n";
import { minuteOf, objectWord } from "../../shared/components/object-word";
import { writeSpans } from "../../shared/formats/spans";

type AuditEntry = Pick<
  AuditEntrySummary,
  "action" | "object_type" | "object_id" | "data" | "names"
> &
  Partial<Pick<AuditEntrySummary, "names_today" | "withheld">>;
type Data = Readonly<Record<string, unknown>>;

interface Reader {
  names: Readonly<Record<string, string>>;
  zone: string;
}

const MOST = 60; // characters of a text within a sentence

/** Acts that are told in one way or another, by what was done. */
const VARIANTS: Readonly<Record<string, (data: Data) => string>> = {
  "case.changed": ({ event }) => (event === undefined ? "" : "_event"),
  "case.opened": ({ recording }) => (recording === undefined ? "" : "_recording"),
  "case.reply_approved": ({ before, after }) => (before === after ? "" : "_moved"),
  "centre.made": ({ by }) => (by === undefined ? "" : "_platform"),
  "centre.changed": ({ by }) => (by === undefined ? "" : "_platform"),
  "case.reply_drafted": ({ after }) => (after === undefined ? "" : "_again"),
  "connection.changed": ({ fields, secrets }) =>
    isNone(fields) ? "_nothing" : isNone(secrets) ? "" : "_secret",
  "calendar.day_set": ({ spans, run_as }) =>
    !isNone(spans) ? "" : isNone(run_as) ? "_closed" : "_as",
  "person.taken_on": ({ roles }) => (isNone(roles) ? "_none" : ""),
  "queue.members_set": ({ numbers }) => (isNone(numbers) ? "_none" : ""),
  "notice.gateway_set": ({ connection }) => (connection === "" ? "_none" : ""),
  "flow.exported": ({ number }) => (typeof number === "number" ? "" : "_draft"),
  "prompt.made_current": ({ number, was }) =>
    typeof number !== "number" ? "_none" : typeof was === "number" ? "" : "_first",
};

/** Nothing that a sentence could name. */
function isNone(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

/** What is said after the sentence when it is there. */
const TAILS = ["note", "reason"] as const;

/** Where the words of a field's values are; the first that knows one gives it. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  state: ["cases.state"],
  type: ["cases.type"],
  urgency: ["cases.urgency"],
  secrecy: ["cases.secrecy"],
  event: ["cases.event"],
  roles: ["common.role"],
  rights: ["common.role"],
  second_factor_roles: ["common.role"],
  off_reason: ["people.state"],
  mode: ["lines.mode"],
  kind: ["calls.kind", "connections.kind", "flows.kind", "calendars.kind"],
  run_as: ["calendars.weekday"],
  language: ["prompts.language"],
  source: ["prompts.source"],
  functions_off: ["centres.function"],
  code: ["alarms.code"],
  withheld: ["polls.withheld"],
  template: ["notices.shipped"],
  way: ["notices.way"],
  fields: ["audit.datum", "connections.field"],
  outcome: ["connections.reason", "connections.try"],
};

/** The kind of thing whose key a field holds. */
const KINDS: Readonly<Record<string, string>> = {
  flow: "flow_code",
  night_flow: "flow_code",
  emergency_flow: "flow_code",
  calendar: "calendar_code",
  disposition: "disposition",
  connection: "connection",
  numbers: "number",
};

/** What was done, without who did it: `把队列“人工服务”的成员设为 8001 李示范`. */
export function sentenceOf(entry: AuditEntry, zone: string): string {
  const { action, data, names } = entry;
  const reader = { names, zone };
  const object = objectWord(entry, zone);
  const key = entry.withheld ? keyWithheld(action) : `${action}${VARIANTS[action]?.(data) ?? ""}`;
  const values: Record<string, string> = {
    ...valuesOf(data, reader),
    object,
    about: aboutWord(data, reader),
  };
  const sentence = wordFor("audit.sentence", key, "", values);
  if (sentence === "") {
    return [action, object, detailsOf(data, reader)].filter(Boolean).join(colon());
  }
  const tails = TAILS.filter((name) => typeof data[name] === "string" && data[name] !== "");
  const done = spaced(values.changes === "" ? sentence.replace(/[：:]\s*$/, "") : sentence, object);
  return [done, ...tails.map((name) => pair(name, data[name], reader))].join(comma());
}

/** The sentence of an act of whose data nothing is told: most need none. */
function keyWithheld(action: string): string {
  const key = `${action}_withheld`;
  return wordFor("audit.sentence", key, "") === "" ? action : key;
}

/** A Chinese sentence has a blank between the number of a thing and the word that follows, and
 * none behind a thing whose number is not told. */
function spaced(sentence: string, object: string): string {
  const end = sentence.indexOf(object) + object.length;
  if (/^\p{Script=Han} \p{Script=Han}$/u.test(sentence.slice(end - 1, end + 2))) {
    return `${sentence.slice(0, end)}${sentence.slice(end + 1)}`;
  }
  const touches = /^\w\p{Script=Han}$/u.test(sentence.slice(end - 1, end + 1));
  return touches ? `${sentence.slice(0, end)} ${sentence.slice(end)}` : sentence;
}

/** Every value of the data in words, and all that was changed as one. */
function valuesOf(data: Data, reader: Reader): Record<string, string> {
  const values = Object.entries(data).map(([name, value]) => [
    name,
    valueWord(name, value, reader),
  ]);
  return { ...Object.fromEntries(values), changes: changesOf(data, reader) };
}

function aboutWord({ about }: Data, { names, zone }: Reader): string {
  if (typeof about !== "string") return "";
  const [object_type = "", ...rest] = about.split(" ");
  return objectWord({ object_type, object_id: rest.join(" "), names }, zone);
}

/** `标题从“噪声”改为“夜间噪声”；…` */
function changesOf({ before, after }: Data, reader: Reader): string {
  if (!isRecord(after))
    return after === undefined ? "" : changeWord("state", before, after, reader);
  const old = isRecord(before) ? before : {};
  return Object.keys(after)
    .filter((name) => !same(old[name], after[name]))
    .map((name) => changeWord(name, old[name], after[name], reader))
    .join(currentLanguage() === "zh" ? "；" : "; ");
}

/** Earlier entries name what did not change as well; none and nothing are one. */
function same(before: unknown, after: unknown): boolean {
  return JSON.stringify(before ?? "") === JSON.stringify(after ?? "");
}

function changeWord(name: string, before: unknown, after: unknown, reader: Reader): string {
  const field = wordFor("audit.datum", name, name);
  // A week of hours, all texts, or the questions of a poll do not fit into a sentence.
  if (isLong(before) || isLong(after)) return wordFor("audit", "changed", "", { field });
  const values = {
    field,
    before: valueWord(name, before, reader),
    after: valueWord(name, after, reader),
  };
  return wordFor("audit", "fromTo", "", values);
}

/** What no sentence is known for, as `字段：值，…`. */
function detailsOf(data: Data, reader: Reader): string {
  const { before, after, ...rest } = data;
  const pairs = Object.entries(rest).map(([name, value]) => pair(name, value, reader));
  if (after !== undefined) pairs.push(changesOf({ before, after }, reader));
  return pairs.join(comma());
}

function pair(name: string, value: unknown, reader: Reader): string {
  return `${wordFor("audit.datum", name, name)}${colon()}${valueWord(name, value, reader)}`;
}

/** A value as people say it. */
function valueWord(name: string, value: unknown, reader: Reader): string {
  if (value === null || value === undefined || value === "") return word("none");
  if (typeof value === "boolean") return word(value ? "yes" : "no");
  if (Array.isArray(value)) return listWord(name, value, reader);
  if (isRecord(value)) return clipped(recordWord(value, reader));
  return clipped(plainWord(name, String(value), reader));
}

function listWord(name: string, value: readonly unknown[], reader: Reader): string {
  if (value.length === 0) return word("none");
  if (name === "spans") return writeSpans(value as string[][]);
  const separator = currentLanguage() === "zh" ? "、" : ", ";
  return value.map((each) => valueWord(name, each, reader)).join(separator);
}

function recordWord(value: Data, reader: Reader): string {
  return Object.entries(value)
    .map(([name, each]) => pair(name, each, reader))
    .join(comma());
}

function plainWord(name: string, text: string, { names, zone }: Reader): string {
  const kind = KINDS[name];
  if (kind !== undefined) return names[`${kind}:${text}`] ?? text;
  for (const prefix of WORDS[name] ?? []) {
    const known = wordFor(prefix, text, "");
    if (known !== "") return known;
  }
  return minuteOf(text, zone);
}

function word(name: "none" | "yes" | "no"): string {
  return wordFor("audit.value", name, name);
}

function clipped(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}

function isLong(value: unknown): boolean {
  return isRecord(value) || (Array.isArray(value) && value.some(isRecord));
}

const comma = () => (currentLanguage() === "zh" ? "，" : ", ");
const colon = () => (currentLanguage() === "zh" ? "：" : ": ");

function isRecord(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

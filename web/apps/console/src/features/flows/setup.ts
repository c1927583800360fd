/** How a simulated call begins, and the moments that are worth trying. */
import { LOOKUP_OUTCOMES } from "@lianxin/api/lookups";
import { clock, day } from "@lianxin/i18n";
import { instantOrText, localNow, nextWorkday } from "../../shared/formats/zoned";

/** An answer that a look-up gets in the simulation. */
export interface SetAnswer {
  readonly source: string;
  readonly outcome: string;
  /** JSON, as it is typed. */
  readonly values: string;
  /** How long it takes; 0: as long as usual. */
  readonly seconds: number;
}

/** What can be looked up in a call, and what the flow can be told; the first is the usual one. */
export const OUTCOMES: Readonly<Record<string, readonly string[]>> = LOOKUP_OUTCOMES;
export const SOURCES = Object.keys(OUTCOMES);

export interface Setup {
  readonly line: string;
  readonly caller: string;
  /** "": the flow's first. */
  readonly language: string;
  /** Date and time in the centre's zone, as `2026-11-23T08:59`, with seconds where there are any. */
  readonly at: string;
  readonly onDuty: Readonly<Record<string, number>>;
  /** Whether texts that nobody recorded are read out. */
  readonly speech: boolean;
  /** Whether the caller hears out what plays before they press a key. */
  readonly listens: boolean;
  readonly answers: readonly SetAnswer[];
  /** What a saved scenario says besides (variables, calendars): kept as it is. */
  readonly besides: Readonly<Record<string, unknown>>;
}

export type Step =
  | { do: "key"; key: string }
  | { do: "wait" | "speak"; seconds: number }
  | { do: "hang_up" | "agent_leaves" }
  | { do: "agent_comes"; agent: string }
  | { do: "dial"; result: string }
  | { do: "send_to"; node: string };

export function firstSetup(zone: string, line: string, queues: readonly string[]): Setup {
  return {
    line,
    caller: "13800000001",
    language: "",
    at: localNow(zone),
    onDuty: Object.fromEntries(queues.map((queue) => [queue, 1])),
    speech: false,
    listens: true,
    answers: [],
    besides: {},
  };
}

const DAY = 24 * 3600_000;

/** The next first day of the first month of the Chinese calendar. */
function springFestival(zone: string): string {
  const format = new Intl.DateTimeFormat("en-u-ca-chinese", {
    timeZone: zone,
    month: "numeric",
    day: "numeric",
  });
  for (let days = 1; days < 400; days += 1) {
    const at = Date.now() + days * DAY;
    const parts = Object.fromEntries(
      format.formatToParts(at).map((part) => [part.type, part.value]),
    );
    if (parts.day === "1" && /^(?:Mo|M)?0?1$/.test(parts.month ?? "")) return day(at, zone);
  }
  return day(Date.now(), zone);
}

/** 1 October of this year, or of the next when it is over. */
function nationalDay(zone: string): string {
  const today = day(Date.now(), zone);
  const year = Number(today.slice(0, 4));
  return today < `${year}-10-01` ? `${year}-10-01` : `${year + 1}-10-01`;
}

/** Moments at which a service usually behaves differently. */
export const PRESETS = {
  before: (zone: string) => `${nextWorkday(zone)}T08:59`,
  open: (zone: string) => `${nextWorkday(zone)}T09:00`,
  holiday: (zone: string) => `${nationalDay(zone)}T10:00`,
  spring: (zone: string) => `${springFestival(zone)}T03:00`,
} as const;

type Values = Readonly<Record<string, unknown>>;

/** What an answer's text says, {} for none; null for what is no JSON object. */
export function valuesOf(text: string): Values | null {
  if (text.trim() === "") return {};
  try {
    const said: unknown = JSON.parse(text);
    const fields = typeof said === "object" && said !== null && !Array.isArray(said);
    return fields ? (said as Values) : null;
  } catch {
    return null;
  }
}

/** As the simulator of the server takes it. */
export function wireSetup(setup: Setup, zone: string): Record<string, unknown> {
  const answers = setup.answers
    .filter(({ source, outcome }) => source !== "" && outcome !== "")
    .map(({ source, outcome, values, seconds }) => ({
      source,
      told: { outcome, values: valuesOf(values) ?? {}, ...(seconds > 0 ? { seconds } : {}) },
    }));
  const bySource = new Map<string, object[]>();
  for (const { source, told } of answers) {
    bySource.set(source, [...(bySource.get(source) ?? []), told]);
  }
  return {
    ...setup.besides,
    line: setup.line,
    caller: setup.caller,
    speech: setup.speech,
    listens: setup.listens,
    ...(setup.language === "" ? {} : { language: setup.language }),
    at: instantOrText(setup.at, zone),
    on_duty: setup.onDuty,
    // The same source several times: one answer after the other.
    answers: Object.fromEntries(
      [...bySource].map(([source, given]) => [source, given.length === 1 ? given[0] : given]),
    ),
  };
}

const FIELDS = new Set([
  "line",
  "caller",
  "language",
  "at",
  "on_duty",
  "speech",
  "listens",
  "answers",
]);

/** An instant by the clock of `zone`, which may be ahead of UTC by more or less at other times. */
function localMoment(instant: unknown, zone: string): string | null {
  const at = typeof instant === "string" ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(at)) return null;
  return `${day(at, zone)}T${clock(at, zone)}`.replace(/:00$/, "");
}

/** A saved scenario's setup, as the fields hold it. What it does not say stays as it is. */
export function readSetup(
  wire: Readonly<Record<string, unknown>>,
  before: Setup,
  zone: string,
): Setup {
  const text = (name: string, other: string) =>
    typeof wire[name] === "string" ? (wire[name] as string) : other;
  type Told = Record<string, unknown>;
  const answers = Object.entries((wire.answers ?? {}) as Record<string, Told | Told[]>).flatMap(
    ([source, told]) => [told].flat().map((each) => [source, each] as const),
  );
  return {
    line: text("line", before.line),
    caller: text("caller", before.caller),
    language: text("language", ""),
    at: localMoment(wire.at, zone) ?? before.at,
    onDuty: (wire.on_duty as Record<string, number> | undefined) ?? before.onDuty,
    speech: wire.speech === true,
    listens: wire.listens === true,
    answers: answers.map(([source, { outcome, values, seconds }]) => ({
      source,
      outcome: String(outcome ?? ""),
      values: JSON.stringify(values ?? {}),
      seconds: typeof seconds === "number" ? seconds : 0,
    })),
    besides: Object.fromEntries(Object.entries(wire).filter(([name]) => !FIELDS.has(name))),
  };
}

import type { Answering, Decided, LineFinding } from "@lianxin/api";
import { moment, type Translate, useTranslation, wordFor } from "@lianxin/i18n";
import { type LampShape, type LampTone, Tag, useNow } from "@lianxin/ui";
import { writeSpans } from "../../shared/formats/spans";
import { useSession } from "../../shared/session";

const LOOKS: Record<Answering["part"], { tone: LampTone; shape: LampShape }> = {
  day: { tone: "ready", shape: "disc" },
  night: { tone: "off", shape: "pause" },
  emergency: { tone: "failed", shape: "bell" },
};

/** Day, night or emergency: colour, shape and word. */
export function PartTag({ part }: { part: Answering["part"] }) {
  const { t } = useTranslation();
  return <Tag {...LOOKS[part]}>{t(`lines.part.${part}`)}</Tag>;
}

/** `热线默认流程 第 3 版`, or that nothing was published. */
export function FlowText({ answers }: { answers: Answering }) {
  const { t } = useTranslation();
  const { flow, version } = answers;
  if (flow === null || version === null) {
    return <span className="lx-tone-failed">{t("lines.notPublished")}</span>;
  }
  return <>{t("lines.version", { flow: flow.name, version })}</>;
}

/** `至 18:00`: until when the same answers. */
export function UntilText({ answers }: { answers: Answering }) {
  const { t } = useTranslation();
  const { zone } = useSession();
  const now = useNow();
  if (answers.until === null) return <span className="lx-faint">{t("lines.lasting")}</span>;
  return (
    <span className="lx-figure">
      {t("lines.untilAt", { at: moment(answers.until, zone, now) })}
    </span>
  );
}

/** The hours of a date in words. */
function hours(why: Decided, t: Translate): string {
  return why.spans.length === 0
    ? t("lines.reason.closedAllDay")
    : t("lines.reason.hours", { spans: writeSpans(why.spans) });
}

/** Why this answers: one sentence. */
export function reasonText(answers: Answering, t: Translate): string {
  const { why, reason, part } = answers;
  if (reason === "mode") return t("lines.reason.mode", { part: t(`lines.part.${part}`) });
  if (reason !== "calendar" || why === null) {
    return t(reason === "emergency" ? "lines.reason.emergency" : "lines.reason.always");
  }
  return t(`lines.reason.${why.rule}`, {
    date: why.date,
    name: why.name,
    weekday: t(`calendars.weekday.${why.weekday}`),
    hours: hours(why, t),
  });
}

/** Where a finding is, in words: `工作时间 周一`, `工作时间 2026-01-04`. */
function placeText(place: string, names: ReadonlyMap<string, string>, t: Translate): string {
  const [thing = "", kind, where = ""] = place.split(".");
  const name = names.get(thing) ?? thing;
  if (kind === undefined) return name;
  const weekday = wordFor("calendars.weekday", where, "");
  if (kind === "week") return weekday === "" ? name : t("lines.place", { name, where: weekday });
  return /^\d{4}$/.test(where) ? name : t("lines.place", { name, where });
}

/** A finding of lint as a sentence; `names` are those of the calendars by code. */
export function findingText(
  { code, place, data }: LineFinding,
  names: ReadonlyMap<string, string>,
  t: Translate,
): string {
  const values: Record<string, string> = { place: placeText(place, names, t) };
  for (const [name, value] of Object.entries(data)) values[name] = String(value);
  return wordFor("lines.finding", code, code, values);
}

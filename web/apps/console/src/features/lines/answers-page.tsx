import type { WhoAnswers } from "@lianxin/api";
import { day, listOf, startOfDay, useTranslation } from "@lianxin/i18n";
import { Empty, Field } from "@lianxin/ui";
import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { DateTimeField } from "../../shared/components/date-time-field";
import { LineTabs } from "../../shared/components/line-tabs";
import { NoDataYet } from "../../shared/components/no-data-yet";
import { SuggestField } from "../../shared/components/suggest-field";
import { useFilters } from "../../shared/components/use-filters";
import { useLines } from "../../shared/data/lines";
import { plainNumber } from "../../shared/formats/phone-text";
import { faceOrText, instantOrText, isFace } from "../../shared/formats/zoned";
import { useSession } from "../../shared/session";
import { useAnswer } from "./data";
import { LintList } from "./lint-list";
import { FlowText, PartTag, reasonText, UntilText } from "./words";

const FILTERS = ["number", "at"] as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** `2026-11-23T14:05` in the centre's zone: what a datetime field holds. */
function fieldText(at: number, zone: string): string {
  const midnight = startOfDay(at, zone);
  const minutes = Math.floor((at - midnight) / 60_000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${day(at, zone)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The instant of a datetime field in the centre's zone; "" when it cannot be read. */
function instantOf(text: string, zone: string): string {
  const guess = Date.parse(`${text}:00Z`);
  if (Number.isNaN(guess)) return "";
  const shown = Date.parse(`${fieldText(guess, zone)}:00Z`);
  return new Date(guess - (shown - guess)).toISOString();
}

/** 谁来接听: a number and a moment give centre, flow version, queues, and why. */
export function AnswersPage() {
  const { t } = useTranslation();
  const { zone } = useSession();
  const { values, set } = useFilters(FILTERS);
  const lines = useLines();
  const first = lines.data?.[0]?.number ?? "";
  const [number, setNumber] = useState(values.number);
  const [text, setText] = useState(values.at || fieldText(Date.now(), zone));
  const readable = isFace(text);
  const typed = number === "" ? first : number;
  const ask = (at: string) => set({ number: plainNumber(typed), at });
  const quick = (at: number) => {
    const chosen = fieldText(at, zone);
    setText(chosen);
    ask(chosen);
  };
  const today = startOfDay(Date.now(), zone);
  const newYear = Date.parse(
    instantOf(`${Number(day(Date.now(), zone).slice(0, 4)) + 1}-01-01T10:00`, zone),
  );
  return (
    <section className="list" aria-label={t("lines.answers.title")}>
      <header className="list-head">
        <LineTabs here="answers" />
      </header>
      <div className="list-body answers">
        <form
          className="answers-form"
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            if (readable) ask(text);
          }}
        >
          <Field label={t("lines.answers.number")}>
            {(ids) => (
              <SuggestField
                {...ids}
                style={{ width: 200 }}
                value={typed}
                options={(lines.data ?? []).map((line) => ({
                  value: line.number,
                  label: `${line.number} ${line.name}`,
                }))}
                onChange={(value: string) => setNumber(value.trim())}
              />
            )}
          </Field>
          <Field label={t("lines.answers.moment")}>
            {(ids) => (
              <DateTimeField
                {...ids}
                value={instantOrText(text, zone)}
                onChange={(at) => setText(faceOrText(at, zone))}
              />
            )}
          </Field>
          <Button type="primary" htmlType="submit" disabled={typed === "" || !readable}>
            {t("lines.answers.ask")}
          </Button>
          <p className="answers-quick">
            <Button onClick={() => quick(Date.now())}>{t("lines.answers.now")}</Button>
            <Button onClick={() => quick(today + DAY + 3 * HOUR)}>
              {t("lines.answers.tonight")}
            </Button>
            <Button onClick={() => quick(today + DAY + 9 * HOUR - 60_000)}>
              {t("lines.answers.morning")}
            </Button>
            <Button onClick={() => quick(today + DAY + 9 * HOUR)}>
              {t("lines.answers.opening")}
            </Button>
            <Button onClick={() => quick(newYear)}>{t("lines.answers.newYear")}</Button>
          </p>
        </form>
        <Result number={values.number} at={isFace(values.at) ? instantOf(values.at, zone) : ""} />
        <h2>{t("lines.lint.title")}</h2>
        <LintList />
      </div>
    </section>
  );
}

function Result({ number, at }: { number: string; at: string }) {
  const { t } = useTranslation();
  const answer = useAnswer(number, at);
  if (number === "" || at === "") return <p className="lx-soft">{t("lines.answers.start")}</p>;
  if (answer.data === undefined) return <NoDataYet queries={[answer]} rows={3} />;
  return <Said said={answer.data} />;
}

function Said({ said }: { said: WhoAnswers }) {
  const { t } = useTranslation();
  const { centre, answers, number } = said;
  if (centre === null || answers === null) {
    return <Empty title={t("lines.answers.none")} hint={t("lines.answers.noneHint", { number })} />;
  }
  const facts: [string, React.ReactNode][] = [
    [t("lines.answers.centre"), centre.name],
    [t("lines.field.number"), `${number} ${said.line}`],
    [t("lines.answers.part"), <PartTag key="part" part={answers.part} />],
    [t("lines.answers.flow"), <FlowText key="flow" answers={answers} />],
    [t("lines.field.queues"), listOf(answers.queues) || t("lines.noQueue")],
    [t("lines.field.until"), <UntilText key="until" answers={answers} />],
    [t("lines.answers.why"), reasonText(answers, t)],
  ];
  return (
    <dl className="facts answers-facts" aria-live="polite">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import { clock, day, useTranslation } from "@lianxin/i18n";
import { Choice, Field } from "@lianxin/ui";
import { Alert, Button, Checkbox, Input } from "antd";
import { useState } from "react";
import { DateTimeField } from "../../shared/components/date-time-field";
import { LineField } from "../../shared/components/line-field";
import { useApiMutation } from "../../shared/data/use-mutation";
import { localNow, localOf, zoned } from "../../shared/formats/zoned";
import { useSession } from "../../shared/session";
import { type Poll, type PollQuestion, type PollSheet, savePoll, sheetOf } from "./data";

const WITHHELD = ["refused", "counted"] as const;
const MOST_CHOICES = 9;

interface Sheet {
  code: string;
  title: string;
  opens: string;
  closes: string;
  withheld: Poll["withheld"];
  questions: PollQuestion[];
}

function newQuestion(number: number): PollQuestion {
  return {
    code: `q${number}`,
    text: "",
    multiple: false,
    choices: ["1", "2"].map((key) => ({ key, text: "" })),
  };
}

/** A poll as the form shows it: its times are the city's own. */
function formOf(poll: Poll | null, zone: string): Sheet {
  const local = (at: string) => `${day(at, zone)}T${clock(at, zone).slice(0, 5)}`;
  if (poll === null) {
    return {
      code: "",
      title: "",
      opens: localNow(zone),
      closes: localNow(zone, 24 * 14),
      withheld: "refused",
      questions: [newQuestion(1)],
    };
  }
  const { opens_at, closes_at, ...rest } = sheetOf(poll);
  return { ...rest, opens: local(opens_at), closes: local(closes_at) };
}

/** Make or change a poll. What was voted on stays: only title and end may then change. */
export function PollForm({
  known,
  onDone,
  onCancel,
}: {
  known: Poll | null;
  onDone: (code: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const { zone } = useSession();
  const [before] = useState(() => formOf(known, zone));
  const [sheet, setSheet] = useState(before);
  const { busy, problem, fields, run } = useApiMutation({
    write: (body: PollSheet) => savePoll(body, known),
    keys: [["polls"], ["poll"]],
    tell: "form",
  });
  const begun = (known?.turnout ?? 0) > 0;
  const set = (change: Partial<Sheet>) => setSheet({ ...sheet, ...change });
  const save = async () => {
    const { opens, closes, ...rest } = sheet;
    // A time that was not touched is sent as it was read, to the second.
    const at = (local: string, old: string, was: string | undefined) =>
      local === old && was !== undefined ? was : zoned(local, zone);
    const body = {
      ...rest,
      opens_at: at(opens, before.opens, known?.opens_at),
      closes_at: at(closes, before.closes, known?.closes_at),
    };
    if (await run(body)) onDone(sheet.code);
  };
  const change = (at: number, question: Partial<PollQuestion>) =>
    set({ questions: sheet.questions.map((old, n) => (n === at ? { ...old, ...question } : old)) });
  return (
    <div className="form-stack detail-wide">
      {problem !== undefined && <Alert type="error" role="alert" showIcon title={problem} />}
      {begun && <Alert type="info" showIcon title={t("polls.begun")} />}
      <div className="form-pair">
        <LineField
          label={t("polls.field.title")}
          value={sheet.title}
          error={fields.title}
          onChange={(title) => set({ title })}
          most={120}
          required
        />
        <LineField
          label={t("polls.field.code")}
          value={sheet.code}
          error={fields.code}
          onChange={(code) => set({ code })}
          most={32}
          required
          disabled={begun}
          placeholder="park"
        />
        <Moment
          label={t("polls.field.opens_at")}
          value={sheet.opens}
          disabled={begun}
          onChange={(opens) => set({ opens })}
        />
        <Moment
          label={t("polls.field.closes_at")}
          value={sheet.closes}
          onChange={(closes) => set({ closes })}
        />
      </div>
      <p>{t("polls.withheld.title")}</p>
      <Choice
        label={t("polls.withheld.title")}
        value={sheet.withheld}
        options={WITHHELD.map((value) => ({ value, label: t(`polls.withheld.${value}`) }))}
        onChange={(withheld) => set({ withheld })}
      />
      {!begun &&
        sheet.questions.map((question, at) => (
          <QuestionFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a question's code is being typed
            key={at}
            question={question}
            onChange={(next) => change(at, next)}
            onTake={
              sheet.questions.length > 1
                ? () => set({ questions: sheet.questions.filter((_, n) => n !== at) })
                : undefined
            }
          />
        ))}
      {!begun && (
        <Button
          onClick={() =>
            set({ questions: [...sheet.questions, newQuestion(sheet.questions.length + 1)] })
          }
        >
          {t("polls.question.add")}
        </Button>
      )}
      <p className="detail-buttons detail-sticky">
        <Button type="primary" loading={busy} onClick={() => void save()}>
          {t("common.save")}
        </Button>
        <Button onClick={onCancel}>{t("common.cancel")}</Button>
      </p>
    </div>
  );
}

function Moment({
  label,
  value,
  onChange,
  disabled = false,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  disabled?: boolean;
}) {
  const { zone } = useSession();
  return (
    <Field label={label} required>
      {(ids) => (
        <DateTimeField
          {...ids}
          value={zoned(value, zone)}
          disabled={disabled}
          onChange={(at) => onChange(localOf(at, zone))}
        />
      )}
    </Field>
  );
}

function QuestionFields({
  question,
  onChange,
  onTake,
}: {
  question: PollQuestion;
  onChange: (question: Partial<PollQuestion>) => void;
  onTake: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const { choices } = question;
  const change = (at: number, text: string) =>
    onChange({ choices: choices.map((old, n) => (n === at ? { ...old, text } : old)) });
  return (
    <section className="form-group">
      <header>
        <h3>{t("polls.question.title", { code: question.code })}</h3>
        {onTake !== undefined && (
          <Button size="small" onClick={onTake}>
            {t("connections.take")}
          </Button>
        )}
      </header>
      <LineField
        label={t("polls.question.text")}
        value={question.text}
        onChange={(text) => onChange({ text })}
        required
      />
      <Checkbox
        checked={question.multiple}
        onChange={(event) => onChange({ multiple: event.target.checked })}
      >
        {t("polls.question.multiple")}
      </Checkbox>
      {choices.map((choice, at) => (
        <div className="form-row" key={choice.key}>
          <kbd>{choice.key}</kbd>
          <Input
            aria-label={t("polls.question.choice", { key: choice.key })}
            placeholder={t("polls.question.choice", { key: choice.key })}
            value={choice.text}
            maxLength={200}
            onChange={(event) => change(at, event.target.value)}
          />
          {choices.length > 2 && at === choices.length - 1 && (
            <Button size="small" onClick={() => onChange({ choices: choices.slice(0, -1) })}>
              {t("connections.take")}
            </Button>
          )}
        </div>
      ))}
      {choices.length < MOST_CHOICES && (
        <Button
          size="small"
          onClick={() =>
            onChange({ choices: [...choices, { key: String(choices.length + 1), text: "" }] })
          }
        >
          {t("polls.question.addChoice")}
        </Button>
      )}
    </section>
  );
}

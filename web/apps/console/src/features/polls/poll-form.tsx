import { useTranslation } from "@lianxin/i18n";
import { Choice } from "@lianxin/ui";
import { Alert, Button, Checkbox, Form, Input } from "antd";
import { DateTimeField, useMomentRules } from "../../shared/components/date-time-field";
import { ApiForm, FormItem, useApiForm } from "../../shared/form";
import { localNow, zoned } from "../../shared/formats/zoned";
import { useSession } from "../../shared/session";
import { draftOf, type Poll, type PollDraft, type PollQuestion, savePoll } from "./data";

const WITHHELD = ["refused", "counted"] as const;
const MOST_CHOICES = 9;
const TWO_WEEKS = 24 * 14;

function newQuestion(number: number): PollQuestion {
  return {
    code: `q${number}`,
    text: "",
    multiple: false,
    choices: ["1", "2"].map((key) => ({ key, text: "" })),
  };
}

function newPoll(zone: string): PollDraft {
  return {
    code: "",
    title: "",
    opens_at: zoned(localNow(zone), zone),
    closes_at: zoned(localNow(zone, TWO_WEEKS), zone),
    withheld: "refused",
    questions: [newQuestion(1)],
  };
}

/** The name of the form that makes a poll, or changes this one. */
export const pollForm = (code = "+") => `poll/${code}`;

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
  const momentRules = useMomentRules();
  const { zone } = useSession();
  const state = useApiForm<PollDraft>({
    name: pollForm(known?.code),
    initial: known === null ? newPoll(zone) : draftOf(known),
    version: known?.version ?? null,
    write: (draft, base) => savePoll(draft, known, base),
    keys: [["polls"], ["poll"]],
    gone: ({ code }) => (known !== null && code !== known.code ? ["poll", known.code] : null),
    onDone: ({ code }) => onDone(code),
  });
  const begun = (known?.turnout ?? 0) > 0;
  return (
    <ApiForm
      state={state}
      className="detail-wide"
      lists={{ questions: t("polls.question.list") }}
      onCancel={onCancel}
    >
      {begun && <Alert type="info" showIcon title={t("polls.begun")} />}
      <div className="form-pair">
        <FormItem name="title" label={t("polls.field.title")} required>
          <Input maxLength={120} />
        </FormItem>
        <FormItem name="code" label={t("polls.field.code")} required>
          <Input maxLength={32} disabled={begun} placeholder="park" translate="no" />
        </FormItem>
        <FormItem name="opens_at" label={t("polls.field.opens_at")} rules={momentRules} required>
          <DateTimeField disabled={begun} />
        </FormItem>
        <FormItem name="closes_at" label={t("polls.field.closes_at")} rules={momentRules} required>
          <DateTimeField />
        </FormItem>
      </div>
      <p>{t("polls.withheld.title")}</p>
      <FormItem name="withheld">
        <Choice
          label={t("polls.withheld.title")}
          options={WITHHELD.map((value) => ({ value, label: t(`polls.withheld.${value}`) }))}
        />
      </FormItem>
      {!begun && <Questions />}
    </ApiForm>
  );
}

function Questions() {
  const { t } = useTranslation();
  return (
    <Form.List name="questions">
      {(rows, { add, remove }, { errors }) => (
        <>
          {rows.map(({ key, name }) => (
            <QuestionFields
              key={key}
              at={name}
              onTake={rows.length > 1 ? () => remove(name) : undefined}
            />
          ))}
          <Form.ErrorList errors={errors} />
          <Button onClick={() => add(newQuestion(rows.length + 1))}>
            {t("polls.question.add")}
          </Button>
        </>
      )}
    </Form.List>
  );
}

function QuestionFields({ at, onTake }: { at: number; onTake: (() => void) | undefined }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<PollDraft>();
  const { code } = form.getFieldValue(["questions", at]) as PollQuestion;
  return (
    <section className="form-group">
      <header>
        <h3>{t("polls.question.title", { code })}</h3>
        {onTake !== undefined && (
          <Button size="small" onClick={onTake}>
            {t("connections.take")}
          </Button>
        )}
      </header>
      <FormItem name={[at, "text"]} label={t("polls.question.text")} required>
        <Input maxLength={200} />
      </FormItem>
      <FormItem name={[at, "multiple"]} valuePropName="checked">
        <Checkbox>{t("polls.question.multiple")}</Checkbox>
      </FormItem>
      <Form.List name={[at, "choices"]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name }) => (
              <ChoiceRow
                key={key}
                at={name}
                onTake={
                  rows.length > 2 && name === rows.length - 1 ? () => remove(name) : undefined
                }
              />
            ))}
            <Form.ErrorList errors={errors} />
            {rows.length < MOST_CHOICES && (
              <Button size="small" onClick={() => add({ key: String(rows.length + 1), text: "" })}>
                {t("polls.question.addChoice")}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </section>
  );
}

/** What a key stands for. Only the last one can be taken away, so that the keys count up. */
function ChoiceRow({ at, onTake }: { at: number; onTake: (() => void) | undefined }) {
  const { t } = useTranslation();
  const key = String(at + 1);
  const label = t("polls.question.choice", { key });
  return (
    <div className="form-row">
      <kbd>{key}</kbd>
      <FormItem name={[at, "text"]} required>
        <Input aria-label={label} placeholder={label} maxLength={200} />
      </FormItem>
      {onTake !== undefined && (
        <Button size="small" onClick={onTake}>
          {t("connections.take")}
        </Button>
      )}
    </div>
  );
}

import { useTranslation, wordFor } from "@lianxin/i18n";
import { Field, NumberField } from "@lianxin/ui";
import { Button, Checkbox, Input, Select } from "antd";
import { useId } from "react";
import { DateTimeField } from "../../shared/components/date-time-field";
import { SuggestField } from "../../shared/components/suggest-field";
import { useLines } from "../../shared/data/lines";
import { faceOrText, instantOrText, localNow } from "../../shared/formats/zoned";
import { useSession } from "../../shared/session";
import type { useFlowVocabulary } from "./data";
import { OUTCOMES, PRESETS, type SetAnswer, type Setup, SOURCES, valuesOf } from "./setup";
import type { Simulation } from "./use-simulation";

interface Props {
  simulation: Simulation;
  known: NonNullable<ReturnType<typeof useFlowVocabulary>["data"]>;
}

/** Who calls when, who is on duty, and what look-ups answer. */
export function SetupForm({ simulation, known }: Props) {
  const { t } = useTranslation();
  const { zone } = useSession();
  const { setup, setSetup } = simulation;
  const change = (part: Partial<Setup>) => setSetup((before) => ({ ...before, ...part }));
  const lines = useLines().data?.map(({ number }) => number) ?? [];
  const { languages } = known.vocabulary;
  return (
    <form className="flow-setup" aria-label={t("flows.sim.setup")}>
      <Field label={t("flows.sim.caller")}>
        {(ids) => (
          <Input
            {...ids}
            size="small"
            maxLength={20}
            value={setup.caller}
            placeholder={t("flows.sim.withheld")}
            onChange={(event) => change({ caller: event.target.value.replace(/[^\d+]/g, "") })}
          />
        )}
      </Field>
      <Field label={t("flows.sim.line")}>
        {(ids) => (
          <SuggestField
            {...ids}
            size="small"
            maxLength={20}
            value={setup.line}
            options={lines.map((value) => ({ value }))}
            onChange={(line: string) => change({ line: line.replace(/[^\d+]/g, "") })}
          />
        )}
      </Field>
      <Field label={t("flows.sim.language")}>
        {({ id }) => (
          <Select
            id={id}
            size="small"
            value={setup.language}
            options={[
              { value: "", label: t("flows.sim.remembered") },
              ...languages.map((value) => ({ value, label: known.languageNames[value] ?? value })),
            ]}
            onChange={(language) => change({ language })}
          />
        )}
      </Field>
      <Field label={t("flows.sim.at")}>
        {(ids) => (
          <DateTimeField
            {...ids}
            size="small"
            value={instantOrText(setup.at, zone)}
            onChange={(at) => change({ at: faceOrText(at, zone) })}
          />
        )}
      </Field>
      <p className="flow-presets">
        <Button size="small" onClick={() => change({ at: localNow(zone) })}>
          {t("flows.sim.now")}
        </Button>
        {(Object.keys(PRESETS) as (keyof typeof PRESETS)[]).map((name) => (
          <Button key={name} size="small" onClick={() => change({ at: PRESETS[name](zone) })}>
            {t(`flows.sim.presets.${name}`)}
          </Button>
        ))}
      </p>
      {known.queues.map(({ code, name }) => (
        <Field key={code} label={name}>
          {({ id }) => (
            <NumberField
              id={id}
              size="small"
              aria-label={`${t("flows.sim.onDuty")} ${name}`}
              min={0}
              max={999}
              precision={0}
              value={setup.onDuty[code] ?? 1}
              suffix={t("flows.sim.onDuty")}
              onChange={(count) => change({ onDuty: { ...setup.onDuty, [code]: count ?? 0 } })}
            />
          )}
        </Field>
      ))}
      <Checkbox
        checked={setup.listens}
        onChange={(event) => change({ listens: event.target.checked })}
      >
        {t("flows.sim.listens")}
      </Checkbox>
      <Checkbox
        checked={setup.speech}
        onChange={(event) => change({ speech: event.target.checked })}
      >
        {t("flows.sim.speech")}
      </Checkbox>
      <Answers answers={setup.answers} onChange={(answers) => change({ answers })} />
    </form>
  );
}

function Answers({
  answers,
  onChange,
}: {
  answers: readonly SetAnswer[];
  onChange: (answers: readonly SetAnswer[]) => void;
}) {
  const { t } = useTranslation();
  const put = (index: number, part: Partial<SetAnswer>) =>
    onChange(answers.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <fieldset className="flow-answers">
      <legend title={t("flows.sim.answersHint")}>{t("flows.sim.answers")}</legend>
      {answers.map((answer, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells one from another
        <div key={index} className="flow-answer">
          <Select
            size="small"
            aria-label={t("flows.sim.source")}
            value={answer.source}
            popupMatchSelectWidth={false}
            options={SOURCES.map((value) => ({
              value,
              label: wordFor("flows.sim.sources", value, value),
            }))}
            onChange={(source) => put(index, { source, outcome: OUTCOMES[source]?.[0] ?? "ok" })}
          />
          <Select
            size="small"
            aria-label={t("flows.sim.outcome")}
            value={answer.outcome}
            popupMatchSelectWidth={false}
            options={(OUTCOMES[answer.source.split(":")[0] ?? ""] ?? [answer.outcome]).map(
              (value) => ({ value, label: wordFor("flows.sim.outcomes", value, value) }),
            )}
            onChange={(outcome) => put(index, { outcome })}
          />
          <Button
            size="small"
            type="text"
            aria-label={t("flows.sim.remove")}
            onClick={() => onChange(answers.filter((_, at) => at !== index))}
          >
            ×
          </Button>
          <NumberField
            size="small"
            className="flow-wide"
            aria-label={t("flows.sim.takes")}
            prefix={t("flows.sim.takes")}
            suffix={t("flows.sim.seconds")}
            min={0}
            max={600}
            value={answer.seconds}
            onChange={(seconds) => put(index, { seconds: seconds ?? 0 })}
          />
          <ValuesField text={answer.values} onChange={(values) => put(index, { values })} />
        </div>
      ))}
      <Button
        size="small"
        onClick={() =>
          onChange([...answers, { source: "http", outcome: "ok", values: "", seconds: 0 }])
        }
      >
        + {t("flows.sim.add")}
      </Button>
    </fieldset>
  );
}

/** What comes with an answer, as JSON; what is none is said while it is typed, and not used. */
function ValuesField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const note = useId();
  const wrong = valuesOf(text) === null;
  return (
    <div className="flow-wide">
      <Input
        size="small"
        aria-label={t("flows.sim.values")}
        aria-invalid={wrong}
        aria-describedby={wrong ? note : undefined}
        status={wrong ? "error" : ""}
        placeholder={t("flows.sim.values")}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      {wrong && (
        <p className="lx-field-error" id={note}>
          {t("flows.sim.valuesForm")}
        </p>
      )}
    </div>
  );
}

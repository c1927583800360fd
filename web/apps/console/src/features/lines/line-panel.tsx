import type { LineRead, LineUpdate } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Choice, Field } from "@lianxin/ui";
import { App, Button, Input, InputNumber, Select } from "antd";
import { type FormEvent, useState } from "react";
import { useCalendars } from "../../shared/data/lines";
import { useLineAct } from "../../shared/data/use-line-act";
import { changeLine, closeLine, useFlowChoices } from "./data";
import { EmergencyButton } from "./emergency-button";
import { FlowText, PartTag, reasonText, UntilText } from "./words";

function planOf(line: LineRead): Required<LineUpdate> {
  return {
    name: line.name,
    flow: line.flow.code,
    night_flow: line.night_flow?.code ?? "",
    emergency_flow: line.emergency_flow?.code ?? "",
    calendar: line.calendar?.code ?? "",
    mode: line.mode,
    night_bell: line.night_bell,
    night_bell_seconds: line.night_bell_seconds,
  };
}

/** A line: what answers it now and why, and its plan. */
export function LinePanel({
  line,
  mayChange,
  onClosed,
}: {
  line: LineRead;
  mayChange: boolean;
  onClosed: () => void;
}) {
  const { t } = useTranslation();
  const { answers } = line;
  return (
    <div className="detail">
      <p className="facts-head">
        <PartTag part={answers.part} />
        <FlowText answers={answers} />
        <span className="lx-soft">
          <UntilText answers={answers} />
        </span>
      </p>
      <p className="lx-soft">{reasonText(answers, t)}</p>
      {!mayChange && <p className="lx-soft">{t("lines.readOnly")}</p>}
      <p className="detail-buttons">
        <EmergencyButton line={line} disabled={!mayChange} />
      </p>
      <PlanForm line={line} mayChange={mayChange} onClosed={onClosed} />
    </div>
  );
}

function PlanForm({
  line,
  mayChange,
  onClosed,
}: {
  line: LineRead;
  mayChange: boolean;
  onClosed: () => void;
}) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const { busy, act } = useLineAct();
  const [plan, setPlan] = useState(() => planOf(line));
  const set = (change: Partial<LineUpdate>) => setPlan({ ...plan, ...change });
  const { number } = line;
  const dirty = JSON.stringify(plan) !== JSON.stringify(planOf(line));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(() => changeLine(number, plan))) {
      void message.success(t("lines.saved", { number }));
    }
  };
  const close = () =>
    modal.confirm({
      title: t("lines.closeAsk", { number }),
      okText: t("lines.close"),
      okButtonProps: { danger: true },
      cancelText: t("common.cancel"),
      onOk: async () => {
        if (!(await act(() => closeLine(number)))) return;
        void message.success(t("lines.closed", { number }));
        onClosed();
      },
    });
  return (
    <form className="form" onSubmit={(event) => void save(event)}>
      <fieldset className="form" disabled={!mayChange}>
        <Field label={t("lines.field.name")} required>
          {(ids) => (
            <Input
              {...ids}
              maxLength={64}
              value={plan.name}
              onChange={({ target }) => set({ name: target.value })}
            />
          )}
        </Field>
        <Flows plan={plan} set={set} mayChange={mayChange} />
        <Field label={t("lines.field.mode")}>
          {() => (
            <Choice
              label={t("lines.field.mode")}
              value={plan.mode}
              options={(["auto", "day", "night"] as const).map((mode) => ({
                value: mode,
                label: t(`lines.mode.${mode}`),
              }))}
              onChange={(mode) => set({ mode })}
            />
          )}
        </Field>
        <NightBell plan={plan} set={set} mayChange={mayChange} />
      </fieldset>
      {mayChange && (
        <p className="detail-buttons detail-sticky">
          <Button
            type="primary"
            htmlType="submit"
            loading={busy}
            disabled={!dirty || plan.name.trim() === ""}
          >
            {t("common.save")}
          </Button>
          <Button disabled={!dirty} onClick={() => setPlan(planOf(line))}>
            {t("common.cancel")}
          </Button>
          <Button danger type="text" onClick={close} disabled={line.emergency}>
            {t("lines.close")}
          </Button>
        </p>
      )}
    </form>
  );
}

interface PartProps {
  plan: Required<LineUpdate>;
  set: (change: Partial<LineUpdate>) => void;
  mayChange: boolean;
}

function Flows({ plan, set, mayChange }: PartProps) {
  const { t } = useTranslation();
  const flows = useFlowChoices();
  const calendars = useCalendars();
  const none = { value: "", label: t("lines.sameAsDay") };
  const choices = flows.data ?? [];
  const named = (calendars.data ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const parts = [
    { name: "flow", label: t("lines.field.flow"), options: choices },
    {
      name: "calendar",
      label: t("lines.field.calendar"),
      options: [{ value: "", label: t("lines.always") }, ...named],
    },
    { name: "night_flow", label: t("lines.field.nightFlow"), options: [none, ...choices] },
    { name: "emergency_flow", label: t("lines.field.emergencyFlow"), options: [none, ...choices] },
  ] as const;
  return parts.map(({ name, label, options }) => (
    <Field key={name} label={label}>
      {(ids) => (
        <Select
          {...ids}
          aria-label={label}
          disabled={!mayChange}
          showSearch={{ optionFilterProp: "label" }}
          value={plan[name]}
          options={[...options]}
          onChange={(value: string) => set({ [name]: value })}
        />
      )}
    </Field>
  ));
}

const BELL = /^\+?[0-9*#]{2,19}$/;

function NightBell({ plan, set, mayChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t("lines.field.bell")}>
        {(ids) => (
          <>
            <Select
              {...ids}
              aria-label={t("lines.field.bell")}
              mode="tags"
              open={false}
              suffixIcon={null}
              disabled={!mayChange}
              tokenSeparators={[",", "，", " ", "、"]}
              value={plan.night_bell}
              onChange={(numbers: string[]) =>
                set({ night_bell: numbers.filter((each) => BELL.test(each)).slice(0, 8) })
              }
            />
            <p className="lx-soft small">{t("lines.field.bellHint")}</p>
          </>
        )}
      </Field>
      <Field label={t("lines.field.bellSeconds")}>
        {(ids) => (
          <InputNumber
            {...ids}
            min={5}
            max={120}
            suffix={t("common.seconds")}
            disabled={!mayChange}
            value={plan.night_bell_seconds}
            onChange={(seconds) => set({ night_bell_seconds: seconds ?? 20 })}
          />
        )}
      </Field>
    </>
  );
}

import type { LineRead, LineUpdate } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Choice, NumberField } from "@lianxin/ui";
import { App, Button, Input, Select } from "antd";
import { NumbersField, useNumbersRule } from "../../shared/components/numbers-field";
import { LINE_KEYS, useCalendars } from "../../shared/data/lines";
import { useLineAct } from "../../shared/data/use-line-act";
import { ApiForm, FormItem, SaveOrCancel, useApiForm } from "../../shared/form";
import { changeLine, closeLine, useFlowChoices } from "./data";
import { EmergencyButton } from "./emergency-button";
import { FlowText, PartTag, reasonText, UntilText } from "./words";

function planOf(line: LineRead): Required<Omit<LineUpdate, "version">> {
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
  const { act } = useLineAct();
  const { number } = line;
  const state = useApiForm({
    name: `line/${number}`,
    initial: planOf(line),
    version: line.version,
    write: (plan, base) => changeLine(number, { ...plan, version: base ?? line.version }),
    keys: LINE_KEYS,
    onDone: () => void message.success(t("lines.saved", { number })),
  });
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
    <ApiForm state={state} className="form" buttons={false}>
      <fieldset className="form" disabled={!mayChange}>
        <FormItem name="name" label={t("lines.field.name")} required>
          <Input maxLength={64} />
        </FormItem>
        <Flows mayChange={mayChange} />
        <FormItem name="mode" label={t("lines.field.mode")}>
          <Choice
            label={t("lines.field.mode")}
            options={(["auto", "day", "night"] as const).map((mode) => ({
              value: mode,
              label: t(`lines.mode.${mode}`),
            }))}
          />
        </FormItem>
        <NightBell mayChange={mayChange} />
      </fieldset>
      {mayChange && (
        <p className="detail-buttons detail-sticky">
          <SaveOrCancel state={state} />
          <Button danger type="text" onClick={close} disabled={line.emergency}>
            {t("lines.close")}
          </Button>
        </p>
      )}
    </ApiForm>
  );
}

function Flows({ mayChange }: { mayChange: boolean }) {
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
    <FormItem key={name} name={name} label={label}>
      <Select
        aria-label={label}
        disabled={!mayChange}
        showSearch={{ optionFilterProp: "label" }}
        options={[...options]}
      />
    </FormItem>
  ));
}

const MOST_BELLS = 8;
const BELL = /^\+?[0-9*#]{2,19}$/;

function NightBell({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation();
  const rule = useNumbersRule(BELL, MOST_BELLS);
  return (
    <>
      <FormItem
        name="night_bell"
        label={t("lines.field.bell")}
        hint={t("lines.field.bellHint")}
        rules={[rule]}
      >
        <NumbersField aria-label={t("lines.field.bell")} disabled={!mayChange} />
      </FormItem>
      <FormItem
        name="night_bell_seconds"
        label={t("lines.field.bellSeconds")}
        normalize={(seconds: number | null) => seconds ?? 20}
      >
        <NumberField min={5} max={120} suffix={t("common.seconds")} disabled={!mayChange} />
      </FormItem>
    </>
  );
}

import { type EditorStore, looseExit, type Vocabulary } from "@lianxin/flow-editor";
import { listOf, pairOf, useTranslation, wordFor } from "@lianxin/i18n";
import { Empty, NumberField } from "@lianxin/ui";
import { App, Button, Checkbox, Input, type InputRef, Popover, Select } from "antd";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { ApiForm, FormItem, useApiForm } from "../../shared/form";
import { useSession } from "../../shared/session";
import { addScenario, messageOf, type Simulated, type useFlowVocabulary } from "./data";
import { FaultList, faultsOf, PlaceLink } from "./fault-list";
import { type Step, wireSetup } from "./setup";
import { SetupForm } from "./setup-form";
import { sinceStart, Transcript } from "./transcript";
import type { Simulation } from "./use-simulation";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];
const RESULTS = ["answered", "over", "busy", "no_answer", "refused", "failed"] as const;

interface Props {
  code: string;
  simulation: Simulation;
  known: NonNullable<ReturnType<typeof useFlowVocabulary>["data"]>;
  store: EditorStore;
  readOnly: boolean;
}

/** The caller's telephone: how the call begins, the keys, and what is heard. */
export function Simulator({ code, simulation, known, store, readOnly }: Props) {
  const { t } = useTranslation();
  const { steps, answer, error, busy, act, start } = simulation;
  const going =
    steps !== null &&
    answer !== null &&
    !answer.finished &&
    answer.fault === null &&
    error === null;
  const drawn = { store, vocabulary: known.vocabulary };
  const telephone = useRef<HTMLDivElement>(null);
  // The button that began the call is gone: the keys go on to the telephone.
  useEffect(() => {
    if (going) telephone.current?.focus({ preventScroll: true });
  }, [going]);
  const hear = (event: KeyboardEvent) => {
    const typing = /^(INPUT|TEXTAREA)$/.test((event.target as HTMLElement).tagName);
    if (!going || typing || !KEYS.includes(event.key) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act({ do: "key", key: event.key });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the digits of the keyboard press the keys in it
    <div className="flow-sim" onKeyDown={hear} ref={telephone} tabIndex={-1}>
      <SetupForm simulation={simulation} known={known} />
      <div className="flow-phone">
        <fieldset className="flow-pad" disabled={!going}>
          <legend className="lx-visually-hidden">{t("flows.sim.keypad")}</legend>
          {KEYS.map((key) => (
            <button
              key={key}
              type="button"
              aria-label={t("flows.sim.key", { key })}
              onClick={() => act({ do: "key", key })}
            >
              {key}
            </button>
          ))}
        </fieldset>
        {steps === null ? (
          <Button type="primary" block loading={busy} onClick={start}>
            {t("flows.sim.start")}
          </Button>
        ) : (
          <CallActs simulation={simulation} going={going} />
        )}
      </div>
      <div className="flow-heard">
        {error !== null && (
          <div role="alert">
            <p className="lx-tone-failed">{pairOf(t("flows.sim.failed"), messageOf(error))}</p>
            <FaultList faults={faultsOf(error)} drawing={drawn} />
          </div>
        )}
        {answer === null ? (
          <Empty title={t("flows.sim.empty")} hint={t("flows.sim.emptyHint")} />
        ) : (
          <>
            <HeardHead code={code} simulation={simulation} readOnly={readOnly} />
            <Transcript answer={answer} store={store} playback={simulation.playback} />
            {answer.fault !== null && <Met fault={answer.fault} {...drawn} />}
          </>
        )}
      </div>
    </div>
  );
}

/** Why the caller could go no further, and the way to where it is mended. */
function Met({
  fault,
  store,
  vocabulary,
}: {
  fault: NonNullable<Simulated["fault"]>;
  store: EditorStore;
  vocabulary: Vocabulary;
}) {
  const { t } = useTranslation();
  const { node, place, message } = fault;
  const exit = node === "" ? null : looseExit(store.get().document.spec, node, place);
  return (
    <p role="alert" className="flow-met lx-tone-failed">
      {t("flows.sim.met")} <PlaceLink place={place} store={store} vocabulary={vocabulary} />{" "}
      {exit === null ? message : t("flows.loose", { exit })}
    </p>
  );
}

function CallActs({ simulation, going }: { simulation: Simulation; going: boolean }) {
  const { t } = useTranslation();
  const { act, start, back, steps, answer } = simulation;
  const [seconds, setSeconds] = useState(5);
  const can = (what: string) => going && (answer?.waiting ?? []).includes(what);
  const button = (label: string, step: Step, enabled = going) => (
    <Button disabled={!enabled} onClick={() => act(step)}>
      {label}
    </Button>
  );
  return (
    <div className="flow-call-acts">
      <NumberField
        aria-label={t("flows.sim.seconds")}
        min={1}
        max={600}
        precision={0}
        value={seconds}
        suffix={t("flows.sim.seconds")}
        onChange={(value) => setSeconds(value ?? 5)}
      />
      {button(t("flows.sim.wait"), { do: "wait", seconds })}
      {button(t("flows.sim.speak"), { do: "speak", seconds })}
      {button(t("flows.sim.hangUp"), { do: "hang_up" })}
      {button(t("flows.sim.agentComes"), { do: "agent_comes", agent: "8001" }, can("agent_comes"))}
      {button(t("flows.sim.agentLeaves"), { do: "agent_leaves" }, can("agent_leaves"))}
      {can("dial") && (
        <Select
          className="flow-wide"
          aria-label={t("flows.sim.dial")}
          placeholder={t("flows.sim.dial")}
          value={null}
          options={RESULTS.map((value) => ({ value, label: t(`flows.sim.dialResult.${value}`) }))}
          onChange={(result) => result !== null && act({ do: "dial", result })}
        />
      )}
      <Button onClick={start}>{t("flows.sim.restart")}</Button>
      <Button disabled={(steps?.length ?? 0) === 0} onClick={back}>
        {t("flows.sim.back")}
      </Button>
    </div>
  );
}

function HeardHead({
  code,
  simulation,
  readOnly,
}: {
  code: string;
  simulation: Simulation;
  readOnly: boolean;
}) {
  const { t } = useTranslation();
  const { answer, playback } = simulation;
  const [saving, setSaving] = useState(false);
  const field = useRef<InputRef>(null);
  const what = (answer?.waiting ?? []).map((each) => wordFor("flows.sim.can", each, each));
  return (
    <p className="flow-heard-head">
      <span
        role="status"
        className={answer?.finished || answer?.fault ? "lx-soft" : "lx-tone-talk"}
      >
        {answer?.fault
          ? t("flows.sim.atFault")
          : answer?.finished
            ? t("flows.sim.finished")
            : t("flows.sim.waiting", { what: listOf(what) })}
      </span>
      <span className="lx-figure" title={t("flows.sim.clock")}>
        {sinceStart(answer?.seconds ?? 0)}
      </span>
      <Checkbox
        checked={playback.aloud}
        onChange={(event) => playback.setAloud(event.target.checked)}
      >
        {t("flows.sim.hear")}
      </Checkbox>
      {!readOnly && (
        <Popover
          trigger="click"
          placement="topRight"
          destroyOnHidden
          open={saving}
          onOpenChange={setSaving}
          // `autoFocus` comes before the popover is on the page.
          afterOpenChange={(open) => open && field.current?.focus({ preventScroll: true })}
          content={
            <SaveScenario {...{ code, simulation, field }} onDone={() => setSaving(false)} />
          }
        >
          <Button size="small">{t("flows.sim.save")}</Button>
        </Popover>
      )}
      <Button size="small" type="text" onClick={simulation.stop}>
        {t("common.close")}
      </Button>
    </p>
  );
}

function SaveScenario({
  code,
  simulation,
  field,
  onDone,
}: {
  code: string;
  simulation: Simulation;
  field: RefObject<InputRef | null>;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { zone } = useSession();
  const { setup, steps, answer } = simulation;
  const state = useApiForm({
    name: `flow/${code}/scenario`,
    initial: { name: "" },
    write: ({ name }) =>
      addScenario(code, {
        name: name.trim(),
        setup: wireSetup(setup, zone),
        steps: [...(steps ?? [])],
        expected: answer?.transcript ?? [],
      }),
    keys: [["flow-scenarios", code]],
    onDone: ({ name }) => {
      void message.success(t("flows.sim.saved", { name: name.trim() }));
      onDone();
    },
  });
  return (
    <div className="flow-review">
      <p className="lx-soft">{t("flows.sim.saveHint")}</p>
      <ApiForm state={state}>
        <FormItem name="name" label={t("flows.sim.saveName")} required>
          <Input ref={field} maxLength={80} />
        </FormItem>
      </ApiForm>
    </div>
  );
}

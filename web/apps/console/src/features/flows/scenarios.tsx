import type { EditorStore } from "@lianxin/flow-editor";
import { useTranslation } from "@lianxin/i18n";
import { Empty } from "@lianxin/ui";
import { App, Button } from "antd";
import { useState } from "react";
import { NoDataYet } from "../../shared/components/no-data-yet";
import { useApiMutation } from "../../shared/data/use-mutation";
import { useSession } from "../../shared/session";
import {
  changeScenario,
  deleteScenario,
  runScenarios,
  type Scenario,
  type ScenarioResult,
  simulate,
  useScenarios,
} from "./data";
import { DifferenceLines, PassedTag } from "./scenario-result";
import { readSetup, type Step } from "./setup";
import type { Simulation } from "./use-simulation";

interface Props {
  code: string;
  store: EditorStore;
  simulation: Simulation;
  readOnly: boolean;
  onOpened: () => void;
}

/** Saved calls with what is expected of them: run, open, accept, delete. */
export function Scenarios({ code, store, simulation, readOnly, onOpened }: Props) {
  const { t } = useTranslation();
  const list = useScenarios(code);
  const { zone } = useSession();
  const [results, setResults] = useState<readonly ScenarioResult[]>([]);
  const { busy, problem, run } = useApiMutation({
    write: async () => setResults(await runScenarios(code, store.get().document.spec)),
    tell: "form",
  });
  if (list.data === undefined) return <NoDataYet queries={[list]} rows={3} />;
  if (list.data.length === 0) {
    return <Empty title={t("flows.scenarios.empty")} hint={t("flows.scenarios.emptyHint")} />;
  }
  const open = (scenario: Scenario) => {
    simulation.load(
      readSetup(scenario.setup, simulation.setup, zone),
      scenario.steps as unknown as Step[],
    );
    onOpened();
  };
  return (
    <div className="flow-scenarios">
      <p>
        <Button type="primary" loading={busy} onClick={() => void run()}>
          {t("flows.scenarios.runAll")}
        </Button>
        {problem !== undefined && (
          <span className="lx-tone-failed" role="alert">
            {" "}
            {problem}
          </span>
        )}
      </p>
      <ul>
        {list.data.map((scenario) => (
          <ScenarioRow
            key={scenario.id}
            code={code}
            scenario={scenario}
            result={results.find(({ id }) => id === scenario.id)}
            store={store}
            readOnly={readOnly}
            onOpen={() => open(scenario)}
            onChanged={() => setResults([])}
          />
        ))}
      </ul>
    </div>
  );
}

function ScenarioRow({
  code,
  scenario,
  result,
  store,
  readOnly,
  onOpen,
  onChanged,
}: {
  code: string;
  scenario: Scenario;
  result: ScenarioResult | undefined;
  store: EditorStore;
  readOnly: boolean;
  onOpen: () => void;
  onChanged: () => void;
}) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const { id, name, setup, steps } = scenario;
  const { busy, run } = useApiMutation({
    write: (act: () => Promise<unknown>) => act(),
    keys: [["flow-scenarios", code]],
  });
  const change = async (act: () => Promise<unknown>, done: string) => {
    if (!(await run(act))) return;
    onChanged();
    void message.success(done);
  };
  /** What comes of it now is what is expected from now on. */
  const expect = async () => {
    const { spec } = store.get().document;
    const { transcript } = await simulate(code, { spec, setup, steps });
    await changeScenario(code, id, { name, setup, steps, expected: transcript });
  };
  const remove = () =>
    void modal.confirm({
      title: t("flows.scenarios.removeAsk", { name }),
      okText: t("flows.scenarios.remove"),
      onOk: () => change(() => deleteScenario(code, id), t("flows.scenarios.removed")),
    });
  return (
    <li>
      <p className="flow-scenario-head">
        {result === undefined ? (
          <span className="lx-faint">{t("flows.scenarios.notRun")}</span>
        ) : (
          <PassedTag passed={result.passed} />
        )}
        <strong>{name}</strong>
        <span className="lx-faint">{t("flows.scenarios.steps", { count: steps.length })}</span>
        <span className="flow-head-gap" />
        <Button size="small" onClick={onOpen}>
          {t("flows.scenarios.load")}
        </Button>
        {!readOnly && result?.passed === false && (
          <Button
            size="small"
            loading={busy}
            onClick={() => void change(expect, t("flows.scenarios.accepted"))}
          >
            {t("flows.scenarios.accept")}
          </Button>
        )}
        {!readOnly && (
          <Button size="small" type="text" onClick={remove}>
            {t("flows.scenarios.remove")}
          </Button>
        )}
      </p>
      {result && <DifferenceLines lines={result.difference} />}
    </li>
  );
}

import type { EditorStore } from "@lianxin/flow-editor";
import { useTranslation } from "@lianxin/i18n";
import { Empty } from "@lianxin/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { NoDataYet } from "../../shared/components/no-data-yet";
import {
  changeScenario,
  deleteScenario,
  messageOf,
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
  const run = useMutation({
    mutationFn: () => runScenarios(code, store.get().document.spec),
  });
  if (list.data === undefined) return <NoDataYet queries={[list]} rows={3} />;
  if (list.data.length === 0) {
    return <Empty title={t("flows.scenarios.empty")} hint={t("flows.scenarios.emptyHint")} />;
  }
  const results = new Map((run.data ?? []).map((result) => [result.id, result]));
  const open = (scenario: Scenario) => {
    simulation.load(
      readSetup(scenario.setup, simulation.setup),
      scenario.steps as unknown as Step[],
    );
    onOpened();
  };
  return (
    <div className="flow-scenarios">
      <p>
        <Button type="primary" loading={run.isPending} onClick={() => run.mutate()}>
          {t("flows.scenarios.runAll")}
        </Button>
        {run.isError && <span className="lx-tone-failed"> {messageOf(run.error)}</span>}
      </p>
      <ul>
        {list.data.map((scenario) => (
          <ScenarioRow
            key={scenario.id}
            code={code}
            scenario={scenario}
            result={results.get(scenario.id)}
            store={store}
            readOnly={readOnly}
            onOpen={() => open(scenario)}
            onChanged={() => run.reset()}
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
  const client = useQueryClient();
  const { id, name, setup, steps } = scenario;
  const finish = async (told: string) => {
    await client.invalidateQueries({ queryKey: ["flow-scenarios", code] });
    onChanged();
    void message.success(told);
  };
  const accept = async () => {
    try {
      const { spec } = store.get().document;
      const { transcript } = await simulate(code, { spec, setup, steps });
      await changeScenario(code, id, { name, setup, steps, expected: transcript });
      await finish(t("flows.scenarios.accepted"));
    } catch (error) {
      void message.error(messageOf(error));
    }
  };
  const remove = () =>
    void modal.confirm({
      title: t("flows.scenarios.removeAsk", { name }),
      okText: t("flows.scenarios.remove"),
      onOk: async () => {
        await deleteScenario(code, id);
        await finish(t("flows.scenarios.removed"));
      },
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
          <Button size="small" onClick={() => void accept()}>
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

import { countOf, type EditorStore, FindingList } from "@lianxin/flow-editor";
import { useTranslation } from "@lianxin/i18n";
import { Lamp } from "@lianxin/ui";
import { Button } from "antd";
import { useStore } from "zustand";
import type { useFlowVocabulary } from "./data";
import { DRAWER_TABS, type DrawerTab } from "./drawer-tab";
import { Scenarios } from "./scenarios";
import { Simulator } from "./simulator";
import type { LintState } from "./use-lint";
import type { Simulation } from "./use-simulation";

interface Props {
  code: string;
  tab: DrawerTab | null;
  onTab: (tab: DrawerTab | null) => void;
  lint: LintState;
  simulation: Simulation;
  known: NonNullable<ReturnType<typeof useFlowVocabulary>["data"]>;
  store: EditorStore;
  readOnly: boolean;
}

/** Below the canvas: what lint found, the simulator, the scenarios. */
export function Drawer(props: Props) {
  const { tab, onTab, lint, store } = props;
  const { t } = useTranslation();
  return (
    <section className={tab === null ? "flow-drawer" : "flow-drawer flow-drawer-open"}>
      <div className="flow-tabs">
        <div className="flow-tab-list" role="tablist" aria-label={t("flows.tab.title")}>
          {DRAWER_TABS.map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              aria-selected={tab === each}
              className={tab === each ? "flow-tab flow-tab-chosen" : "flow-tab"}
              onClick={() => onTab(tab === each ? null : each)}
            >
              {t(`flows.tab.${each}`)}
              {each === "findings" && <LintCount store={store} lint={lint} />}
            </button>
          ))}
        </div>
        {tab !== null && (
          <Button size="small" type="text" className="flow-tab-close" onClick={() => onTab(null)}>
            {t("flows.tab.close")}
          </Button>
        )}
      </div>
      {tab !== null && (
        <div className="flow-drawer-body" role="tabpanel" aria-label={t(`flows.tab.${tab}`)}>
          <DrawerBody {...props} tab={tab} />
        </div>
      )}
    </section>
  );
}

function DrawerBody({ tab, code, simulation, known, store, readOnly, onTab }: Props) {
  if (tab === "findings") return <FindingList />;
  if (tab === "simulator") {
    return (
      <Simulator
        code={code}
        simulation={simulation}
        known={known}
        store={store}
        readOnly={readOnly}
      />
    );
  }
  return (
    <Scenarios
      code={code}
      store={store}
      simulation={simulation}
      readOnly={readOnly}
      onOpened={() => onTab("simulator")}
    />
  );
}

function LintCount({ store, lint }: { store: EditorStore; lint: LintState }) {
  const { t } = useTranslation();
  const findings = useStore(store.kept, (state) => state.overlay.findings);
  const { errors, warnings } = countOf(findings);
  if (lint === "failed") return <span className="lx-tone-hold"> · {t("common.loadFailed")}</span>;
  return (
    <span className="flow-counts" aria-busy={lint === "waiting"}>
      {errors > 0 && (
        <span className="lx-tone-failed">
          <Lamp tone="failed" shape="cross" /> {t("flows.errors", { count: errors })}
        </span>
      )}
      {warnings > 0 && (
        <span className="lx-tone-hold">
          <Lamp tone="hold" shape="bell" /> {t("flows.warnings", { count: warnings })}
        </span>
      )}
      {errors + warnings === 0 && lint === "done" && (
        <span className="lx-tone-ready">
          <Lamp tone="ready" shape="disc" /> {t("flows.clean")}
        </span>
      )}
    </span>
  );
}

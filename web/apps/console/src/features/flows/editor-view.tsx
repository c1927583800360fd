import { FlowEditor } from "@lianxin/flow-editor";
import { useTranslation } from "@lianxin/i18n";
import { useMemo, useState } from "react";
import { type Binding, useAllKeys, useKeys } from "../../shared/keys";
import { hasRole, ownerOf, useSession } from "../../shared/session";
import { useTitle } from "../../shared/title";
import { ConflictDialog } from "./conflict-dialog";
import type { FlowDetail, useFlowVocabulary } from "./data";
import { useFlowState } from "./data";
import type { DraftKeeper } from "./draft-keeper";
import { Drawer } from "./drawer";
import { useDrawerTab } from "./drawer-tab";
import { EditorHead } from "./editor-head";
import { keptView } from "./kept-view";
import { LiveFigures, useLive } from "./live";
import { PublishDialog } from "./publish-dialog";
import { useKeeping, usePresence } from "./use-keeper";
import { useLint } from "./use-lint";
import { useSimulation } from "./use-simulation";
import { VersionList } from "./version-list";
import { useComparison, VersionView } from "./version-view";

interface Props {
  flow: FlowDetail;
  known: NonNullable<ReturnType<typeof useFlowVocabulary>["data"]>;
  keeper: DraftKeeper;
  readOnly: boolean;
}

/** What is done with the whole of a draft, by keys; null: this person may not. */
function useDraftKeys(acts: Record<"save" | "publish" | "tryOut", (() => void) | null>): void {
  const { t } = useTranslation();
  const combos = { save: "Ctrl+S", publish: "Ctrl+Enter", tryOut: "Ctrl+E" } as const;
  const names = ["save", "publish", "tryOut"] as const;
  useKeys(
    names.flatMap((name): Binding[] => {
      const run = acts[name];
      return run === null ? [] : [{ combo: combos[name], label: t(`flows.key.${name}`), run }];
    }),
  );
}

/** Head, canvas and drawer of a draft; or one of its versions, or two of them compared. */
export function EditorView({ flow, known, keeper, readOnly }: Props) {
  const { t } = useTranslation();
  const { code } = flow;
  const session = useSession();
  const { data: state = flow } = useFlowState(code);
  useTitle("object", t("flows.one", { name: state.name }));
  const keeping = useKeeping(keeper);
  const others = usePresence(code, session.number, !readOnly);
  const lint = useLint(code, keeper.store);
  const simulation = useSimulation(code, keeper.store, flow);
  const [tab, setTab] = useDrawerTab();
  const [open, setOpen] = useState<"none" | "publish" | "versions">("none");
  const [live, setLive] = useState(false);
  const figures = useLive(code, live, keeper.store);
  const comparison = useComparison();
  const close = () => setOpen("none");
  const pageKeys = useAllKeys();
  const owner = ownerOf(session);
  const view = useMemo(() => keptView(owner, code), [owner, code]);
  useDraftKeys({
    save: readOnly ? null : () => void keeper.save(),
    publish: hasRole(session, "administrator") ? () => setOpen("publish") : null,
    tryOut: () => setTab("simulator"),
  });
  const editor = useMemo(
    () => (
      <FlowEditor
        store={keeper.store}
        vocabulary={known.vocabulary}
        pageKeys={pageKeys}
        view={view}
        tools={live && <LiveFigures traffic={figures} />}
        drawer={
          <Drawer
            code={code}
            tab={tab}
            onTab={setTab}
            lint={lint}
            simulation={simulation}
            known={known}
            store={keeper.store}
            readOnly={readOnly}
          />
        }
      />
    ),
    [keeper, known, live, figures, tab, lint, simulation, code, readOnly, pageKeys, setTab, view],
  );
  return (
    <section className="flow-page" aria-label={t("flows.one", { name: state.name })}>
      <EditorHead
        flow={state}
        keeper={keeper}
        keeping={keeping}
        others={others}
        readOnly={readOnly}
        live={live}
        onLive={setLive}
        onVersions={() => setOpen("versions")}
        onPublish={() => setOpen("publish")}
      />
      {comparison === null ? (
        editor
      ) : (
        <VersionView
          code={code}
          comparison={comparison}
          draft={keeper.store.get().document}
          known={known}
        />
      )}
      {open === "publish" && <PublishDialog flow={state} keeper={keeper} onClose={close} />}
      {open === "versions" && <VersionList flow={state} onClose={close} />}
      {keeping.state === "conflict" && (
        <ConflictDialog
          flow={state}
          keeper={keeper}
          theirs={keeping.theirs}
          vocabulary={known.vocabulary}
        />
      )}
    </section>
  );
}

import { EditorStore, NODE_TYPES, readDocument } from "@lianxin/flow-editor";
import { onComputer } from "@lianxin/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { bePresent, type FlowDetail, saveDraft } from "./data";
import { DraftKeeper, type Keeping } from "./draft-keeper";

const PRESENCE = 20_000; // ms

/** The store of a flow's draft and its keeper; they live as long as the page. */
export function useKeeper(flow: FlowDetail, owner: string, readOnly: boolean) {
  const client = useQueryClient();
  const [keeper] = useState(() => {
    const { spec, layout, version } = flow.draft;
    const store = new EditorStore(NODE_TYPES, readDocument(spec, layout), readOnly);
    return new DraftKeeper(store, version, store.get().document, {
      save: (known, document) => saveDraft(flow.code, known, document.spec, document.layout),
      storage: onComputer,
      key: `lianxin.flow.${owner}.${flow.code}`,
      now: Date.now,
    });
  });
  useEffect(() => {
    if (readOnly) return;
    keeper.start();
    const ask = (event: BeforeUnloadEvent) => {
      if (keeper.get().state !== "saved") event.preventDefault();
    };
    const hurry = () => void keeper.save();
    window.addEventListener("beforeunload", ask);
    window.addEventListener("online", hurry);
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("online", hurry);
      keeper.stop();
      void client.invalidateQueries({ queryKey: ["flows"] });
    };
  }, [keeper, readOnly, client]);
  return keeper;
}

export function useKeeping(keeper: DraftKeeper): Keeping {
  return useStore(keeper.kept);
}

/** Who else has the draft open; says every 20 s that we have. */
export function usePresence(code: string, me: string, on: boolean): string[] {
  const [others, setOthers] = useState<string[]>([]);
  useEffect(() => {
    if (!on) return;
    let gone = false;
    const say = async () => {
      const present = await bePresent(code, false).catch(() => null);
      if (gone || present === null) return;
      const people = present.editors.map(({ person }) => person);
      setOthers(
        people.filter(({ number }) => number !== me).map(({ number, name }) => `${number} ${name}`),
      );
    };
    void say();
    const timer = setInterval(() => void say(), PRESENCE);
    return () => {
      gone = true;
      clearInterval(timer);
      void bePresent(code, true).catch(() => undefined);
    };
  }, [code, me, on]);
  return others;
}

import { EditorStore, NODE_TYPES, readDocument } from "@lianxin/flow-editor";
import { type FlowDetail, saveDraft } from "../src/features/flows/data";
import { DraftKeeper } from "../src/features/flows/draft-keeper";

/** The keeper of a flow's draft as the editor's page has it. */
export function keeperOf({ code, draft }: FlowDetail): DraftKeeper {
  const { spec, layout, version } = draft;
  const store = new EditorStore(NODE_TYPES, readDocument(spec, layout));
  return new DraftKeeper(store, version, store.get().document, {
    save: (known, document) => saveDraft(code, known, document.spec, document.layout),
    storage: sessionStorage,
    key: `lianxin.flow.shifan.9000.${code}`,
    now: Date.now,
  });
}

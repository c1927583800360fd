import { TypeIcon } from "../canvas/icon";
import type { SpecNode } from "../model/flow";
import { nodeName } from "../nodes/name";
import { useEditor, useEditorStore } from "../state/react";
import { useWords } from "../words/use-words";
import { useFieldTexts } from "./field-texts";
import { useNaming, useVocabulary } from "./vocabulary";

/** What is different in one node: each field before and after. */
export function ChangePanel({ id, node }: { id: string; node: SpecNode }) {
  const words = useWords();
  const naming = useNaming();
  const { types } = useEditorStore();
  const notes = useEditor((state) => state.document.layout.notes);
  const texts = useFieldTexts(types, notes, useVocabulary());
  const change = useEditor((state) => state.overlay.changes?.[id]);
  return (
    <div className="fe-panel-body">
      <p className="fe-panel-type">
        <TypeIcon type={node.type} />
        {naming.type(node.type)}
      </p>
      <p className="fe-change-id">
        {nodeName(id, notes)}
        {change && (
          <span className={`fe-badge fe-badge-${change.change}`}>
            {words.change[change.change]}
          </span>
        )}
      </p>
      {change === undefined && <p className="lx-soft">{words.panel.noChange}</p>}
      {change?.fields.map(({ field, before, after }) => (
        <section key={field} className="fe-change">
          <h3>{texts.field(node.type, field)}</h3>
          {change.change !== "added" && (
            <p>
              <span className="lx-faint">{words.panel.before}</span>
              <del>{texts.value(node.type, field, before)}</del>
            </p>
          )}
          {change.change !== "removed" && (
            <p>
              <span className="lx-faint">{words.panel.after}</span>
              <ins>{texts.value(node.type, field, after)}</ins>
            </p>
          )}
        </section>
      ))}
    </div>
  );
}

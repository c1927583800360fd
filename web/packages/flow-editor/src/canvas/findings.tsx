import { Lamp } from "@lianxin/ui";
import type { Finding } from "../state/overlay";
import { useEditor, useEditorStore } from "../state/react";
import { useWords } from "../words/use-words";
import { MARKS } from "./card";

const ORDER = { error: 0, warning: 1, hint: 2 };

/** How many of each severity there are. */
export function countOf(findings: readonly Finding[]): { errors: number; warnings: number } {
  const count = (severity: string) => findings.filter((each) => each.severity === severity).length;
  return { errors: count("error"), warnings: count("warning") };
}

/** What lint found, gravest first; a click goes to the node. */
export function FindingList() {
  const words = useWords();
  const store = useEditorStore();
  const findings = useEditor((state) => state.overlay.findings);
  const notes = useEditor((state) => state.document.layout.notes);
  if (findings.length === 0)
    return <p className="lx-soft fe-findings-none">{words.findings.none}</p>;
  const ordered = [...findings].sort((one, other) => ORDER[one.severity] - ORDER[other.severity]);
  return (
    <ul className="fe-findings">
      {ordered.map((finding) => {
        const { code, place, node, severity, message } = finding;
        return (
          <li key={`${code} ${place} ${message}`}>
            <button type="button" disabled={node === null} onClick={() => node && store.seek(node)}>
              <span className={`fe-finding-severity lx-tone-${MARKS[severity].tone}`}>
                <Lamp {...MARKS[severity]} />
                {words.severity[severity]}
              </span>
              <span className="fe-finding-node">
                {node === null ? words.findings.flow : (notes[node] ?? node)}
              </span>
              <span>{message}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

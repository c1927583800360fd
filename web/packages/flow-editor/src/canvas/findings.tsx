import { Lamp } from "@lianxin/ui";
import { usePlaceTexts } from "../panel/place-text";
import { useVocabulary } from "../panel/vocabulary";
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

/** What lint found, gravest first, each with its place; a click or Enter goes there. */
export function FindingList() {
  const words = useWords();
  const store = useEditorStore();
  const findings = useEditor((state) => state.overlay.findings);
  const document = useEditor((state) => state.document);
  const textOf = usePlaceTexts(store.types, document, useVocabulary());
  if (findings.length === 0)
    return <p className="lx-soft fe-findings-none">{words.findings.none}</p>;
  const ordered = [...findings].sort((one, other) => ORDER[one.severity] - ORDER[other.severity]);
  return (
    <ul className="fe-findings">
      {ordered.map(({ code, place, severity, message }) => {
        const { name, around, field } = textOf(place);
        return (
          <li key={`${code} ${place} ${message}`}>
            <button type="button" title={place} onClick={() => store.seekPlace(place)}>
              <span className={`fe-finding-severity lx-tone-${MARKS[severity].tone}`}>
                <Lamp {...MARKS[severity]} />
                {words.severity[severity]}
              </span>
              <span className="fe-finding-place">
                <span className="fe-finding-node">{name || words.findings.flow}</span>
                {[around, field].filter(Boolean).map((each) => (
                  <span key={each} className="lx-soft">
                    {each}
                  </span>
                ))}
              </span>
              <span>{message}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

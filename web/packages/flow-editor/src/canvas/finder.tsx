import { isComposing } from "@lianxin/ui";
import { type KeyboardEvent, useMemo, useState } from "react";
import { texts } from "../nodes/face";
import { nodeName } from "../nodes/name";
import { useNaming } from "../panel/vocabulary";
import { useEditor, useEditorStore } from "../state/react";
import { useWords } from "../words/use-words";
import { summaryOf } from "./card";
import { TypeIcon } from "./icon";

const SHOWN = 50;

interface Hit {
  id: string;
  type: string;
  title: string;
  says: string;
}

function useHits(search: string): Hit[] {
  const naming = useNaming();
  const document = useEditor((state) => state.document);
  return useMemo(() => {
    const wanted = search.trim().toLowerCase();
    if (wanted === "") return [];
    return Object.entries(document.spec.nodes).flatMap(([id, node]) => {
      const name = nodeName(id, document.layout.notes);
      const says = summaryOf(node, naming);
      const spoken = texts(node.prompts).map(naming.prompt);
      const found = [id, name, node.type, naming.type(node.type), says, ...spoken];
      const fits = found.some((text) => text.toLowerCase().includes(wanted));
      return fits ? [{ id, type: node.type, title: name, says }] : [];
    });
  }, [document, naming, search]);
}

/** From the hit that was gone to, one on or back, round and round; the first or the last of all. */
function next(at: number | null, step: number, count: number): number {
  if (at === null) return step < 0 ? count - 1 : 0;
  return (at + step + count) % count;
}

/** Ctrl+F: nodes by id, note, text or type; arrows go through them, and the canvas follows. */
export function Finder({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const store = useEditorStore();
  const [search, setSearch] = useState("");
  // null: none was gone to since the search changed; Enter goes to the first.
  const [at, setAt] = useState<number | null>(null);
  const hits = useHits(search);
  const jump = (index: number) => {
    const hit = hits[index];
    if (hit === undefined) return;
    setAt(index);
    store.seek(hit.id);
  };
  const hear = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Escape") return onClose();
    const step = { ArrowDown: 1, ArrowUp: -1, Enter: event.shiftKey ? -1 : 1 }[event.key];
    if (step === undefined || hits.length === 0) return;
    event.preventDefault();
    jump(next(at, step, hits.length));
  };
  return (
    <search className="fe-finder">
      <input
        type="search"
        aria-label={words.find.title}
        placeholder={words.find.hint}
        value={search}
        ref={(input) => input?.focus()}
        onChange={(event) => {
          setSearch(event.target.value);
          setAt(null);
        }}
        onKeyDown={hear}
      />
      {search.trim() !== "" && (
        <p className="lx-faint" role="status">
          {hits.length === 0 ? words.find.none : words.find.found(hits.length)}
        </p>
      )}
      <ul>
        {hits.slice(0, SHOWN).map(({ id, type, title, says }, index) => (
          <li key={id}>
            <button
              type="button"
              className={index === (at ?? 0) ? "fe-hit fe-hit-current" : "fe-hit"}
              onClick={() => jump(index)}
            >
              <TypeIcon type={type} />
              <span className="fe-hit-title">{title}</span>
              <span className="lx-faint fe-hit-says">{says}</span>
            </button>
          </li>
        ))}
      </ul>
    </search>
  );
}

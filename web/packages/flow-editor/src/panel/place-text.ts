/** A place of a drawing in words: in which frame or subflow, which node, which of its fields. */
import { currentLanguage } from "@lianxin/i18n";
import { useMemo } from "react";
import { exitWord } from "../canvas/card";
import type { FlowDocument, SpecNode } from "../model/flow";
import { type FindingPlace, readPlace } from "../model/place";
import type { NodeTypes } from "../model/schema";
import { nodeName } from "../nodes/name";
import { useWords } from "../words/use-words";
import type { Words } from "../words/zh";
import { type FieldTexts, useFieldTexts } from "./field-texts";
import { type Naming, NOTHING, naming, type Vocabulary } from "./vocabulary";

export interface PlaceText {
  readonly place: FindingPlace;
  /** What people call the node; "" for the flow itself. */
  readonly name: string;
  /** The frame or the subflow around it; "" for none. */
  readonly around: string;
  /** The field or the exit; "" for the node as a whole. */
  readonly field: string;
}

interface Dictionary {
  readonly names: Naming;
  readonly texts: FieldTexts;
  readonly words: Words;
  readonly document: FlowDocument;
}

/** The fields of the flow itself that are shown as such; the rest is the flow as a whole. */
const WHOLE = new Set(["", "nodes", "flow"]);

/** A place that is in no node of the drawing: of the flow itself, or of a node that is not there. */
function outside({ texts }: Dictionary, place: FindingPlace, path: string): PlaceText {
  const [head, id = ""] = path.split(".");
  const gone = head === "nodes" ? id : "";
  const field = gone !== "" || WHOLE.has(place.field) ? "" : texts.field("", place.field);
  return { place, name: gone, around: "", field };
}

/** A place in a subflow, of which the drawing shows the node that leads into it. */
function within({ names, words }: Dictionary, place: FindingPlace, title: string): PlaceText {
  const name = place.inner.split("/").at(-1) ?? "";
  const field = place.field === "" ? "" : names.field("", place.field);
  return { place, name, around: words.findings.inside(title), field };
}

function fieldOf({ names, texts, words }: Dictionary, place: FindingPlace, node: SpecNode): string {
  const { exit, field, entry } = place;
  if (exit !== null) {
    const word = exitWord(node, exit, names);
    const key = exit.key !== null && exit.path.length === 2;
    return words.findings.exit(key ? words.findings.key(word) : word);
  }
  const label = field === "" ? "" : texts.field(node.type, field);
  return entry === null ? label : `${label} ${entry}`;
}

/** Places of `document` in words. */
export function usePlaceTexts(
  types: NodeTypes,
  document: FlowDocument,
  vocabulary: Vocabulary = NOTHING,
): (path: string) => PlaceText {
  const words = useWords();
  const english = currentLanguage() === "en";
  const { notes } = document.layout;
  const texts = useFieldTexts(types, notes, vocabulary);
  return useMemo(() => {
    const dictionary = { names: naming(vocabulary, english), texts, words, document };
    return (path) => {
      const place = readPlace(types, document, path);
      const { node, inner, frame } = place;
      const drawn = node === null ? undefined : document.spec.nodes[node];
      if (node === null || drawn === undefined) return outside(dictionary, place, path);
      const name = nodeName(node, notes);
      if (inner !== "") return within(dictionary, place, name);
      return { place, name, around: frame, field: fieldOf(dictionary, place, drawn) };
    };
  }, [types, document, vocabulary, english, words, notes, texts]);
}

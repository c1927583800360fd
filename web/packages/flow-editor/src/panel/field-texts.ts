/** What stands in a field, as people read it: names instead of codes, a line for each part. */
import { currentLanguage } from "@lianxin/i18n";
import { useMemo } from "react";
import { NOTE_FIELD } from "../model/diff";
import { isObject } from "../model/flow";
import type { Field, NodeTypes } from "../model/schema";
import { nodeName } from "../nodes/name";
import { useWords } from "../words/use-words";
import type { Words } from "../words/zh";
import { type Naming, naming, type Vocabulary } from "./vocabulary";

interface Dictionary {
  readonly types: NodeTypes;
  readonly naming: Naming;
  readonly words: Words;
  /** What the flow's author calls a node. */
  readonly note: (id: string) => string;
}

export interface FieldTexts {
  /** How a field of a node of `type` is called; of the flow itself for "". */
  readonly field: (type: string, name: string) => string;
  readonly value: (type: string, name: string, value: unknown) => string;
}

const NOTHING = "—";
/** Fields of the flow itself that name a node. */
const HEAD_NODES = new Set(["start", "agent_node"]);

class Sentence {
  constructor(
    private readonly dictionary: Dictionary,
    private readonly type: string,
  ) {}

  of(value: unknown, field: Field | undefined): string {
    if (value === undefined || value === null || value === "") return NOTHING;
    if (typeof value === "boolean") {
      return value ? this.dictionary.words.field.yes : this.dictionary.words.field.no;
    }
    if (typeof value === "string") return this.text(value, field);
    if (Array.isArray(value)) return this.list(value, field);
    if (isObject(value)) return this.parts(value, field);
    return String(value);
  }

  private text(value: string, field: Field | undefined): string {
    const { naming, note } = this.dictionary;
    if (field?.ref === "node") return note(value);
    if (field?.ref === "prompt") return naming.prompt(value);
    if (field?.ref) return naming.called(field.ref, value);
    if (field === undefined) return value;
    return naming.choiceOf(this.type, field.name, value);
  }

  private list(values: readonly unknown[], field: Field | undefined): string {
    if (values.length === 0) return NOTHING;
    const parts = field?.kind === "pair" ? field.parts : [];
    const texts = values.map((each, index) =>
      this.of(each, parts[index] ?? field?.item ?? undefined),
    );
    if (field?.kind === "pair") return texts.join(" – ");
    const many = values.some((each) => isObject(each)) || texts.some((each) => each.length > 16);
    return texts.join(many ? "\n" : this.dictionary.naming.english ? ", " : "、");
  }

  private parts(value: Readonly<Record<string, unknown>>, field: Field | undefined): string {
    const entries = Object.entries(value);
    if (entries.length === 0) return NOTHING;
    if (field?.kind !== "record") {
      const days: Readonly<Record<string, string>> = this.dictionary.words.days;
      const lines = entries.map(([key, each]) => {
        const name = field?.kind === "week" ? (days[key] ?? key) : key;
        return `${name} → ${this.of(each, field?.item ?? undefined)}`;
      });
      return lines.join("\n");
    }
    const known = new Map(field.parts.map((part) => [part.name, part]));
    const { naming } = this.dictionary;
    return entries
      .map(([name, each]) => `${naming.field(this.type, name)}: ${this.of(each, known.get(name))}`)
      .join(naming.english ? "; " : "；");
  }
}

function headName(words: Words, name: string): string | undefined {
  const { flowTitle, flowStart, agentNode, languages, variables } = words.panel;
  const names = { title: flowTitle, start: flowStart, agent_node: agentNode, languages, variables };
  return (names as Readonly<Record<string, string>>)[name];
}

export function fieldTexts(dictionary: Dictionary): FieldTexts {
  const { types, naming, words } = dictionary;
  return {
    field: (type, name) => {
      if (name === "type") return words.panel.type;
      if (name === NOTE_FIELD) return words.panel.note;
      return (type === "" ? headName(words, name) : undefined) ?? naming.field(type, name);
    },
    value: (type, name, value) => {
      if (typeof value === "string") {
        if (name === "type") return naming.type(value);
        if (type === "" && HEAD_NODES.has(name)) return dictionary.note(value);
      }
      if (type === "" && name === "languages" && Array.isArray(value)) {
        return value.map((each) => naming.choice("language", String(each))).join(" / ");
      }
      const field = types.get(type)?.fields.find((each) => each.name === name);
      return new Sentence(dictionary, type).of(value, field);
    },
  };
}

/** ``notes``: what the flow's author calls its nodes. */
export function useFieldTexts(
  types: NodeTypes,
  notes: Readonly<Record<string, string>>,
  vocabulary: Vocabulary,
): FieldTexts {
  const words = useWords();
  const english = currentLanguage() === "en";
  return useMemo(() => {
    const note = (id: string) => nodeName(id, notes);
    return fieldTexts({ types, naming: naming(vocabulary, english), words, note });
  }, [types, notes, vocabulary, words, english]);
}

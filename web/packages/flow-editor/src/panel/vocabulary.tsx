import { currentLanguage, useTranslation } from "@lianxin/i18n";
import { createContext, useContext, useMemo } from "react";
import type { RefKind } from "../model/schema";
import type { Reading } from "../nodes/face";
import { faceOf } from "../nodes/registry";
import { CHOICE_WORDS, FIELD_WORDS, plainName } from "../words/fields";

/** One thing of the centre that a node can name. */
interface Choice {
  readonly code: string;
  readonly name: string;
}

/** A prompt of the library: texts and the addresses of its audio, by language. */
export interface PromptChoice {
  readonly id: string;
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly audio: Readonly<Record<string, string>>;
}

/** All that the centre has for its nodes to name. */
export interface Vocabulary {
  readonly choices: Readonly<Partial<Record<RefKind, readonly Choice[]>>>;
  readonly prompts: ReadonlyMap<string, PromptChoice>;
  readonly languages: readonly string[];
  /** Functions of the centre that are on; null when it is not known. */
  readonly functions: ReadonlySet<string> | null;
}

export const NOTHING: Vocabulary = {
  choices: {},
  prompts: new Map(),
  languages: ["zh", "en", "yue"],
  functions: null,
};

export const VocabularyContext = createContext<Vocabulary>(NOTHING);

export function useVocabulary(): Vocabulary {
  return useContext(VocabularyContext);
}

/** What a prompt says in `language`, else in Mandarin, else its name. `$name` is a variable. */
function promptText(vocabulary: Vocabulary, id: string, language: string): string {
  if (id.startsWith("$")) return `〔${id.slice(1)}〕`;
  const prompt = vocabulary.prompts.get(id);
  if (prompt === undefined) return id;
  return prompt.texts[language] || prompt.texts.zh || prompt.name || id;
}

export interface Naming extends Reading {
  readonly type: (type: string) => string;
  readonly about: (type: string) => string;
  readonly field: (type: string, field: string) => string;
  readonly choiceOf: (type: string, field: string, value: string) => string;
}

export function naming(vocabulary: Vocabulary, english: boolean): Naming {
  const language = english ? "en" : "zh";
  const pick = (pair: readonly [string, string] | undefined) => pair?.[english ? 1 : 0];
  const words = (type: string) => faceOf(type)?.[language];
  const choice = (field: string, value: string) => pick(CHOICE_WORDS[`${field}.${value}`]) ?? value;
  return {
    english,
    choice,
    prompt: (id) => promptText(vocabulary, id, language),
    called: (kind, code) =>
      vocabulary.choices[kind]?.find((each) => each.code === code)?.name ?? code,
    type: (type) => words(type)?.name ?? plainName(type),
    about: (type) => words(type)?.about ?? "",
    field: (type, field) =>
      words(type)?.fields?.[field] ?? pick(FIELD_WORDS[field]) ?? plainName(field),
    choiceOf: (type, field, value) =>
      words(type)?.choices?.[`${field}.${value}`] ?? choice(field, value),
  };
}

/** How things are called, in the language of the page. */
export function useNaming(): Naming {
  useTranslation();
  const vocabulary = useVocabulary();
  const english = currentLanguage() === "en";
  return useMemo(() => naming(vocabulary, english), [vocabulary, english]);
}

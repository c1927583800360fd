import { useTranslation as useI18next } from "react-i18next";
import type { Texts } from "./setup";

/**
 * What an app says, by key. The app names its texts with
 * `declare module "@lianxin/i18n" { interface Catalogue { texts: typeof zh } }`.
 * i18next's own typed `t` costs the compiler minutes with this many keys; this costs it nothing.
 *
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: an app fills it, see above.
export interface Catalogue {}

type Known = Catalogue extends { texts: infer Named } ? Named : Texts;

/** The dotted keys in `Node` at which a `Leaf` stands. */
type KeyOf<Node, Leaf> = {
  [Key in keyof Node & string]: Node[Key] extends Leaf
    ? Key
    : Node[Key] extends string | readonly string[]
      ? never
      : `${Key}.${KeyOf<Node[Key], Leaf>}`;
}[keyof Node & string];

/** The key of a sentence. */
export type TextKey = KeyOf<Known, string>;
/** The key of a list of sentences. */
type ListKey = KeyOf<Known, readonly string[]>;

/** Give the sentence of `key`, with `values` in place of its {{names}}. */
export type Translate = (
  key: TextKey,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The texts in the language of the page; a change of language draws the component again. */
export function useTranslation(): { t: Translate; list: (key: ListKey) => readonly string[] } {
  const { t } = useI18next();
  return {
    t: t as unknown as Translate,
    list: (key) => t(key, { returnObjects: true }) as unknown as readonly string[],
  };
}

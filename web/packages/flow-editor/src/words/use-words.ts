import { currentLanguage, useTranslation } from "@lianxin/i18n";
import { en } from "./en";
import { type Words, zh } from "./zh";

/** What the editor says, in the language of the page; drawn again when that changes. */
export function useWords(): Words {
  useTranslation();
  return currentLanguage() === "en" ? en : zh;
}

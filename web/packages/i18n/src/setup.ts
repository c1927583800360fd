import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, localeTag, storedLanguage, storeLanguage } from "./language";

/** Texts of one language: nested objects whose leaves are sentences. */
export interface Texts {
  readonly [key: string]: string | readonly string[] | Texts;
}

function markDocument(language: Language): void {
  document.documentElement.lang = localeTag(language);
}

/** Start i18next with both languages; call once before the first render. */
export function startI18n(texts: Record<Language, Texts>): i18n {
  const language = storedLanguage();
  markDocument(language);
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "zh",
    resources: { zh: { translation: texts.zh }, en: { translation: texts.en } },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
  return i18next;
}

export function currentLanguage(): Language {
  return i18next.language === "en" ? "en" : "zh";
}

export function changeLanguage(language: Language): void {
  storeLanguage(language);
  markDocument(language);
  void i18next.changeLanguage(language);
}

/** The sentence for a code that the server gave; `fallback` when there is none. */
export function wordFor(
  prefix: string,
  code: string,
  fallback: string,
  values: Record<string, string> = {},
): string {
  const key = `${prefix}.${code}`;
  return i18next.exists(key) ? String(i18next.t(key as never, values as never)) : fallback;
}

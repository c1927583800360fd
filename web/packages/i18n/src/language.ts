import { onComputer } from "./storage";

export type Language = "zh" | "en";

const KEY = "lianxin.language";

/** The language chosen on this computer; Chinese unless somebody chose otherwise. */
export function storedLanguage(): Language {
  return onComputer.getItem(KEY) === "en" ? "en" : "zh";
}

export function storeLanguage(language: Language): void {
  onComputer.setItem(KEY, language);
}

/** The BCP 47 tag for `lang` attributes, `Intl` and `Accept-Language`. */
export function localeTag(language: Language): "zh-CN" | "en-GB" {
  return language === "zh" ? "zh-CN" : "en-GB";
}

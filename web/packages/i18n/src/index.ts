export * from "./format";
export { type Language, localeTag, storedLanguage } from "./language";
export * from "./punctuation";
export { changeLanguage, currentLanguage, startI18n, type Texts, wordFor } from "./setup";
export * from "./translate";

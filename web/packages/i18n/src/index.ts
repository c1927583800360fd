export * from "./format";
export { type Language, localeTag, storedLanguage } from "./language";
export * from "./punctuation";
export { changeLanguage, currentLanguage, startI18n, type Texts, wordFor } from "./setup";
export { type GuardedStorage, guarded, inTab, onComputer } from "./storage";
export * from "./translate";

export { useTranslation } from "react-i18next";
export * from "./format";
export { type Language, localeTag, storedLanguage } from "./language";
export { changeLanguage, currentLanguage, startI18n, type Texts, wordFor } from "./setup";

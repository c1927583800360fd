export { CaseSummary } from "./case-summary";
export { type ErrorOf, type SheetChange, type SheetFields, SheetFieldset } from "./sheet-fields";

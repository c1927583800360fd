export { CaseSummary } from "./case-summary";
export { changeCase } from "./data";
export { type ErrorOf, type SheetChange, type SheetFields, SheetFieldset } from "./sheet-fields";

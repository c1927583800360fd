export { CaseFieldset } from "./case-fieldset";
export { CaseSummary } from "./case-summary";
export { changeCase } from "./data";
export { type DraftFields, isPhone, written } from "./fields";

export { ApiForm } from "./api-form";
export { ConflictDialog } from "./conflict-dialog";
export { useDirtyMark } from "./dirty";
export { FormDialog } from "./form-dialog";
export { FormItem, NULL_AS_EMPTY } from "./form-item";
export { changedFields, conflicts, merge, type Side } from "./merge";
export { useApiForm } from "./use-api-form";
export { useKeptForm } from "./use-kept-form";
export { useOneSend } from "./use-one-send";

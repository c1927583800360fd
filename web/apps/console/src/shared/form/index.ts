export { ApiForm } from "./api-form";
export { useDirtyMark } from "./dirty";
export { FormDialog } from "./form-dialog";
export { FormItem, NULL_AS_EMPTY } from "./form-item";
export { KeptHint } from "./kept";
export { type ApiFormState, useApiForm } from "./use-api-form";
export { useKeptForm } from "./use-kept-form";
export { useLeaveNote } from "./use-leave-note";
export { useOneSend } from "./use-one-send";

export { ApiForm } from "./api-form";
export { FormItem, NULL_AS_EMPTY } from "./form-item";
export { useApiForm } from "./use-api-form";

export { type ErrorCode, errorCodes } from "./codes";
export { createSoftphone, type Softphone, type SoftphoneOptions } from "./softphone";
export type { SoftphoneState } from "./state";

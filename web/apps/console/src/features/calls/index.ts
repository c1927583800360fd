export { CallDetailView } from "./call-detail";
export { useCall } from "./data";
export { CallPath, isTold, sentence } from "./path";

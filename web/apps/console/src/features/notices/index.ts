export { sendAgain } from "./data";
export { NoticeStateTag } from "./state-tag";

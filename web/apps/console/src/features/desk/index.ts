export { openDraftChannel } from "./draft-channel";
export { DraftDesk, DraftDeskContext } from "./draft-desk";
export { useCallDraft } from "./use-call-draft";

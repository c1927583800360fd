export { DispositionKey } from "./disposition-key";
export { openDraftChannel } from "./draft-channel";
export { DraftDesk, DraftDeskContext, useDraftDesk } from "./draft-desk";
export { useCallDraft } from "./use-call-draft";
export { useReadyNote } from "./use-ready-note";

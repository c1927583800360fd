import type { Shape } from "../../../shared/locales/shape";
import type { messages as zh } from "./zh";

export const messages: Shape<typeof zh> = {
  title: "Messages",
  list: "List of messages",
  empty: "No messages",
  emptyHint:
    "What citizens record under 2 complaint, 1 mayor's mailbox, or when nobody can answer appears here.",
  noCase: "No case yet",
  openCase: "Write a case",
  heard: "Heard",
  isHeard: "Heard",
  isNew: "Not heard",
};

import type { Shape } from "../../../shared/locales/shape";
import type { alarms as zh } from "./zh";

export const alarms: Shape<typeof zh> = {
  title: "Alarms",
  list: "Alarms",
  empty: "No alarm to look at",
  emptyHint: "What the system finds wrong, such as a damaged recording, is listed here.",
  emptyFound: "No alarm matches",
  field: { at: "Found", code: "Problem", state: "State" },
  state: { title: "State", open: "To look at", cleared: "Acknowledged" },
  clearedBy: "Acknowledged by {{name}}",
  clear: "Acknowledge",
  cleared: "Alarm acknowledged",
  hint: "This says that you looked at it. What is still wrong raises a new alarm.",
  sentence: {
    "recording.mismatch": "The file of {{object}} is missing or not what was stored.",
    "recording.lost": "The caller may have spoken, and nothing of {{object}} could be kept.",
    "prompt.file_missing": "The file of {{object}} is missing; callers hear the next in order.",
    "text.unread": "The text of {{object}} could not be read aloud; callers do not hear it.",
    "case.code_guessed": "The code of {{object}} was guessed at from many places in a day.",
    "outbound.number_limit": "{{object}} was rung as often as it may be, and is not for a while.",
    "outbound.centre_limit": "The centre has rung as many telephones as it may.",
  },
  code: {
    "recording.mismatch": "A recording is missing or not what was stored",
    "recording.lost": "A recording could not be kept",
    "prompt.file_missing": "The file of a prompt is missing; the next in order is heard",
    "text.unread": "A text could not be read aloud for the telephone",
    "case.code_guessed": "The code of a case is being guessed",
    "outbound.number_limit": "A number was rung as often as it may be",
    "outbound.centre_limit": "The centre has rung as many telephones as it may",
  },
};

import type { Shape } from "../../../shared/locales/shape";
import type { polls as zh } from "./zh";

export const polls: Shape<typeof zh> = {
  title: "Polls",
  one: "Poll",
  create: "New poll",
  edit: "Change",
  remove: "Delete",
  removeSure: "Delete the poll “{{title}}”?",
  empty: "No polls yet",
  emptyHint: "Make one, then put a poll node into a flow.",
  turnout: "Turnout",
  votes: "Votes: {{count}}",
  people: "{{count}} answered",
  voters: "{{count}} answered",
  byDay: "Turnout by day",
  results: "Results",
  later: "Results are shown after the end; nobody sees them before.",
  begun:
    "Citizens have voted: only the title, the end and the rule for withheld numbers can change.",
  csv: "Download CSV",
  use: "Name this code in the poll node of a flow; its questions and choices have the codes shown here.",
  phase: { title: "State", coming: "To come", open: "Open", over: "Over" },
  field: { title: "Title", code: "Code", opens_at: "Opens", closes_at: "Closes" },
  withheld: {
    title: "When the number is withheld",
    refused: "No vote",
    counted: "One vote for each call",
  },
  question: {
    title: "Question {{code}}",
    list: "Questions",
    text: "Question",
    multiple: "Several choices",
    choice: "Choice of key {{key}}",
    add: "Add a question",
    addChoice: "Add a choice",
  },
};

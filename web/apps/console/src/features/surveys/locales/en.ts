import type { Shape } from "../../../shared/locales/shape";
import type { surveys as zh } from "./zh";

export const surveys: Shape<typeof zh> = {
  title: "Satisfaction",
  one: "Satisfaction",
  withheld: "The call is of the mayor's mailbox or confidential: it is not open to you.",
  at: "Time",
  score: "Score",
  agent: "Agent",
  question: "Question",
  call: "Call",
  open: "Open",
  means: "Means",
  mean: "Mean",
  answers: "Answers",
  day: "Day",
  empty: "No answers in this time",
  emptyHint: "A survey node of a flow asks callers after their calls.",
};

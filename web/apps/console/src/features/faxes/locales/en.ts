import type { Shape } from "../../../shared/locales/shape";
import type { faxes as zh } from "./zh";

export const faxes: Shape<typeof zh> = {
  title: "Faxes",
  empty: "No faxes",
  emptyHint: "Faxes that callers ask for in the knowledge are shown here.",
  again: "Send again",
  cancel: "Cancel",
  cancelled: "It will not be sent",
  twice: "Perhaps twice",
  twiceHint: "A try broke off when paper may have come out: there may be two copies.",
  attempt: "Try {{number}}: {{end}}",
  state: {
    waiting: "Waiting",
    sending: "Sending",
    sent: "Sent",
    failed: "Failed",
    cancelled: "Cancelled",
  },
  end: {
    sent: "arrived",
    busy: "busy",
    no_answer: "no answer",
    refused: "refused",
    no_route: "no such number",
    not_a_fax: "no fax machine",
    partly: "broke off",
    interrupted: "not dialled",
    unknown: "nobody knows",
    file: "the document is damaged",
    no_font: "there is no font for faxes",
    no_sign: "the fax font lacks these signs",
  },
  field: {
    created: "Time",
    state: "State",
    number: "Fax number",
    title: "Document",
    pages: "Pages",
    attempts: "Tries",
    acts: "Act",
  },
};

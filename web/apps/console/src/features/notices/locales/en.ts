import type { Shape } from "../../../shared/locales/shape";
import type { notices as zh } from "./zh";

export const notices: Shape<typeof zh> = {
  title: "Notices",
  tab: { list: "Outbox", faxes: "Faxes", templates: "Templates", gateway: "SMS gateway" },
  empty: "No notices",
  emptyHint: "Messages that flows ask for are shown here.",
  noGateway: "There is no SMS gateway; notices waiting: {{count}}",
  noGatewayHint:
    "Make an HTTP connection to the SMS service first, then choose it here. What waits is not lost.",
  gatewayHint:
    "A notice is sent by POST to this connection, as JSON. It has a key that never changes (a field, and the header Idempotency-Key): the gateway must send each key once.",
  templateHint:
    "Names in braces are filled with what the flow gives; {centre} is the hotline's name.",
  placeholders: "May name: {{names}}",
  nothing: "Send nothing",
  saved: "Saved",
  withheld: "of the mayor's mailbox: confidential",
  again: "Send again",
  state: { waiting: "Waiting", sent: "Sent", failed: "Failed" },
  field: {
    created: "Time",
    state: "State",
    number: "Number",
    text: "Words",
    error: "Last error",
    tries: "Tries",
    connection: "HTTP connection",
    path: "Path",
    number_field: "Field of the number",
    text_field: "Field of the words",
    key_field: "Field of the key",
  },
};

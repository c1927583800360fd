import type { Shape } from "../../../shared/locales/shape";
import type { notices as zh } from "./zh";

export const notices: Shape<typeof zh> = {
  title: "Notices",
  tab: {
    list: "Outbox",
    faxes: "Faxes",
    rules: "By event",
    templates: "Templates",
    gateway: "SMS gateway",
  },
  empty: "No notices",
  emptyHint: "Messages about cases, and those that flows ask for, are shown here.",
  noGateway: "There is no SMS gateway; notices waiting: {{count}}",
  noGatewayHint:
    "Make an HTTP connection to the SMS service first, then choose it here. What waits is not lost.",
  gatewayHint:
    "A notice is sent by POST to this connection, as JSON. It has a key that never changes (a field, and the header Idempotency-Key): the gateway must send each key once.",
  templateHint:
    "Names in braces are filled with what the flow or the case gives; {centre} is the hotline's name.",
  rulesHint:
    "When one of these happens to a case, its citizen is sent one message, once. Of a confidential case, without a number or to a fixed line nothing is sent; the case and the outbox say why. Whether callers are told that what they left with the automatic service was accepted, its flow decides.",
  noRules: "No event that can be told",
  noRulesHint: "Ask the operator of the platform.",
  event: {
    opened: "Accepted",
    dispatched: "Dispatched",
    replied: "Reply approved",
    closed: "Closed",
    rejected: "Rejected",
    reopened: "Reopened",
  },
  reason: {
    no_number: "No number",
    fixed_line: "A fixed line takes no messages",
    confidential: "Confidential: nothing is sent",
    too_late: "Too late (more than three days)",
  },
  way: { sms: "SMS" },
  shipped: {
    case_opened: "Case accepted",
    case_dispatched: "Case dispatched",
    case_replied: "Case replied",
    case_closed: "Case closed",
    case_rejected: "Case rejected",
    case_reopened: "Case reopened",
    knowledge: "Knowledge entry",
    message: "Free text",
  },
  placeholders: "May name: {{names}}",
  nothing: "Send nothing",
  saved: "Saved",
  withheld: "of something confidential: not shown",
  again: "Send again",
  state: { waiting: "Waiting", sent: "Sent", failed: "Failed", skipped: "Not sent" },
  field: {
    created: "Time",
    case: "Event of a case",
    on: "Send",
    template: "Template",
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

import type { Shape } from "../../../shared/locales/shape";
import type { desk as zh } from "./zh";

export const desk: Shape<typeof zh> = {
  title: "Desk",
  caller: "Caller",
  noCaller: "No caller",
  noCallerHint:
    "When a call comes in, the number, recent calls and open cases appear here. Press F8 for ready to take calls; a case can be written at any time.",
  withheld: "The number is withheld",
  withheldHint:
    "Earlier calls and cases cannot be listed. Ask for a telephone and enter it in the case: they appear here.",
  calls30: "Calls in 30 days",
  openCases: "Open cases",
  allCases: "All cases",
  times: "{{count}}",
  cases: "{{count}}",
  firstTime: "First call: no history.",
  history: "History",
  callHistory: "Calls",
  caseHistory: "Cases",
  draft: "Case draft",
  drafts: "Drafts",
  blank: "Untitled",
  unfinished: "Drafts that are not filed: {{count}} ({{title}})",
  newDraft: "New draft",
  saved: "Saved {{time}}",
  saving: "Saving…",
  notSaved:
    "This computer keeps nothing now: the draft is in this page only. Submit it soon, and do not reload or close the page.",
  discard: "Delete draft",
  discardAsk: "Delete the draft “{{title}}”?",
  discarded: "Draft deleted",
  undo: "Undo",
  save: "Save draft",
  submit: "Submit case",
  submitting: "Submitting…",
  fromCall: "From a call",
  titlePlaceholder: "The request in one sentence: building noise at night",
  contentPlaceholder: "When, where, what happened, what is asked",
  namePlaceholder: "Name or form of address",
  phonePlaceholder: "Number to call back",
  addressPlaceholder: "District, street, road, number or estate",
  missing: {
    type: "Choose a type",
    title: "Enter a title",
    content: "Enter the content",
    phone: "This is no phone number. An extension stands behind it: 0755-88881234 ext 801",
  },
  notSubmitted: "Fields still to fill in: {{count}}",
  result: {
    title: "Case submitted",
    number: "Case number",
    code: "Code",
    hint: "Read number and code to the citizen twice and have them repeated. The code is shown only now.",
    copyBoth: "Copy number and code",
    copyNumber: "Copy number",
    open: "Open the case",
    next: "Go on",
    copyText: "Case number {{number}}, code {{code}}",
  },
  elsewhere: {
    title: "Another window submitted this draft as case {{number}}",
    hint: "The number and the query code are shown in the window that submitted it.",
    more: "Some of what stands here is not in that case. Submit again to add it; no second case is made.",
  },
  tab: { knowledge: "Knowledge", path: "Path", earlier: "History", script: "Script" },
  side: "Knowledge, path and script",
  knowledge: {
    search: "Search the knowledge",
    hint: "Type two characters or more to search titles and texts.",
    none: "Nothing was found",
    noneHint: "Try other words, or ask an editor to add it.",
    found: "Found in the knowledge",
    back: "Back to the results",
    quote: "Put into the case",
    source: "Knowledge {{code}}, version {{version}}",
  },
  noCall: "No call in progress",
  noCallHint:
    "During a call, the keys that the caller pressed and the way through the menu appear here.",
  noEarlier: "Nothing chosen",
  noEarlierHint: "Click a call or case on the left to read it here without leaving the form.",
  script: {
    ready: {
      title: "Before the call",
      lines: [
        "Check the headset and the volume.",
        "When it rings, look at the history on the left, then press F2 to answer.",
      ],
    },
    ringing: {
      title: "Ringing",
      lines: [
        "Answer within three rings (F2).",
        "Glance at recent calls and open cases; be ready with the name.",
      ],
    },
    talking: {
      title: "Opening and taking the request",
      lines: [
        "“Good day, this is the 12345 hotline. How can I help you?”",
        "“May I have your name? Where did this happen?”",
        "Repeat the point: “You are reporting …, is that right?”",
        "“May I note a number to call you back?”",
        "Repeated call: “I will add this to what you told us before about …”",
      ],
    },
    held: {
      title: "On hold",
      lines: [
        "No more than 2 minutes; take the caller back to explain if it is longer.",
        "When back: “Thank you for waiting.”",
      ],
    },
    wrap_up: {
      title: "Wrap-up",
      lines: [
        "Complete title, address and request; check the phone number.",
        "Ctrl+Enter submits; read number and code twice.",
        "Press F8 for ready and take the next call.",
      ],
    },
    closing: {
      title: "Closing",
      lines: [
        "“Your case number is …, the code is …. You can follow it on the website or by calling 12345.”",
        "“Thank you for calling, goodbye.” Let the caller hang up first.",
      ],
    },
  },
};

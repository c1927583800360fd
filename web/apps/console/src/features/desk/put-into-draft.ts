import { putInto, type Quote } from "../knowledge";

/** Into the content of the draft that is open. */
export function putIntoDraft(quote: Quote): void {
  const field = document.querySelector<HTMLTextAreaElement>(".desk-draft textarea.case-content");
  if (field !== null) putInto(field, quote);
}

import { useState } from "react";

/** A mobile number, or a landline with its area: 010 and 02x before 8 digits, others before 7 or 8. */
const WHOLE = /^(\+?86)?(1\d{10}|0(10|2\d)-?\d{8}|0[3-9]\d{2}-?\d{7,8})$/;

/**
 * The number to look a citizen up by, and what to call when a field is left. Each look-up is noted
 * in the audit trail: a number is looked up when it is whole or its field is left, not at each digit.
 */
export function useLookupNumber(typed: string, draft: string): [string, () => void] {
  const [wanted, setWanted] = useState({ draft, number: typed });
  if (wanted.draft !== draft) setWanted({ draft, number: typed });
  const known = wanted.draft === draft ? wanted.number : typed;
  return [WHOLE.test(typed) ? typed : known, () => setWanted({ draft, number: typed })];
}

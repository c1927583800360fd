/** Undo and redo: a line of documents. A gesture is one step, and so is typing in one field. */
import type { FlowDocument } from "../model/flow";

export const STEPS = 200;
/** Typing in one field goes on being the same step while pauses are shorter than this. */
const PAUSE = 1500; // ms

export interface History {
  readonly past: readonly FlowDocument[];
  readonly present: FlowDocument;
  readonly future: readonly FlowDocument[];
  /** What the last change was typed into, and when; null after anything else. */
  readonly typing: { readonly field: string; readonly at: number } | null;
}

export function begin(present: FlowDocument): History {
  return { past: [], present, future: [], typing: null };
}

/** Go on to `next`. With `field`, changes of the same field in a row are one step. */
export function advance(
  history: History,
  next: FlowDocument,
  now: number,
  field: string | null = null,
): History {
  if (next === history.present) return history;
  const { typing } = history;
  const goesOn = field !== null && typing?.field === field && now - typing.at < PAUSE;
  return {
    past: goesOn ? history.past : [...history.past, history.present].slice(-STEPS),
    present: next,
    future: [],
    typing: field === null ? null : { field, at: now },
  };
}

export function undone(history: History): History {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    typing: null,
  };
}

export function redone(history: History): History {
  const [next, ...rest] = history.future;
  if (next === undefined) return history;
  return {
    past: [...history.past, history.present].slice(-STEPS),
    present: next,
    future: rest,
    typing: null,
  };
}

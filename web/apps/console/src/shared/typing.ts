/** Whether somebody is typing: then no page, no tab and no focus moves by itself. */
export function isSomebodyTyping(): boolean {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement)) return false;
  return at.isContentEditable || at.matches(FIELDS) || at.closest('[role="dialog"]') !== null;
}

/** What takes letters; buttons and ticks do not. */
const FIELDS = `textarea, select, input:not(${["button", "checkbox", "radio", "submit"]
  .map((type) => `[type="${type}"]`)
  .join()})`;

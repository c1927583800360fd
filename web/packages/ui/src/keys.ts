import { type KeyBindingPress, matchKeyBindingPress, parseKeybinding } from "tinykeys";

const presses = new Map<string, KeyBindingPress[]>();

/** The presses that a combo stands for. Cmd counts as Ctrl; `?` and `/` need Shift on some keyboards. */
function pressesOf(combo: string): KeyBindingPress[] {
  const known = presses.get(combo);
  if (known !== undefined) return known;
  const ways = combo.startsWith("Ctrl+")
    ? ["Control", "Meta"].map((held) => combo.replace("Ctrl", held))
    : /^[^A-Za-z0-9]$/.test(combo)
      ? [combo, `Shift+${combo}`]
      : [combo];
  const parsed = ways.flatMap(parseKeybinding);
  presses.set(combo, parsed);
  return parsed;
}

/** Whether `combo`, as people read it (`F2`, `Ctrl+Shift+Z`, `?`), was pressed, with no other modifier. */
export function isPressed(event: KeyboardEvent, combo: string): boolean {
  return pressesOf(combo).some((press) => matchKeyBindingPress(event, press));
}

/**
 * Whether the key belongs to an input method: Enter there takes the characters that are being
 * composed, Esc and the arrows choose among them. Safari sends the last one as key 229.
 */
export function isComposing(event: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean {
  return event.isComposing || event.keyCode === 229;
}

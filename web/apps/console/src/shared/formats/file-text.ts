/** What a file of text says, whichever of the usual encodings an office saved it in. */

/** Excel saves CSV as GBK and "Unicode text" as UTF-16; everything else writes UTF-8. */
const BINARY = 0x08; // control characters below it stand in no text

/** The text of a file. `doubtful`: it looks like another encoding than the one it was read in. */
export interface FileText {
  text: string;
  doubtful: boolean;
}

/** A file in UTF-8 with bytes that are none: where the first stand, both counted from 1. */
export interface BrokenText {
  line: number;
  column: number;
}

/** The file's text, null when it is none. */
export async function textOfFile(file: Blob): Promise<FileText | BrokenText | null> {
  return textOfBytes(new Uint8Array(await file.arrayBuffer()));
}

/** Whether a file is refused for what stands at one place of it. */
export function isBroken(found: FileText | BrokenText): found is BrokenText {
  return "line" in found;
}

export function textOfBytes(bytes: Uint8Array): FileText | BrokenText | null {
  const wide = wideOf(bytes);
  if (wide !== null) return textOf(decoded(bytes, wide), false);
  const text = decoded(bytes, "utf-8");
  if (text !== null) return textOf(text, false);
  if (isMostlyUtf8(bytes)) return firstLost(bytes);
  return textOf(decoded(bytes, "gb18030"), isRareGbk(bytes));
}

function textOf(text: string | null, rare: boolean): FileText | null {
  if (text === null || !isText(text)) return null;
  return { text, doubtful: rare || PRIVATE.test(text) };
}

const LOST = "\ufffd";
const PRIVATE = /\p{Co}/u;
/** Letters of three bytes, as Chinese is in UTF-8: among the bytes of GBK they are chance. */
const THREE_BYTES = /[\u0800-\uffff]/g;

/** It has the mark of UTF-8, or more Chinese letters of it than bytes that are none. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return true;
  const letters = new TextDecoder("utf-8").decode(bytes).match(THREE_BYTES) ?? [];
  const lost = letters.filter((letter) => letter === LOST).length;
  return letters.length - lost > lost;
}

function firstLost(bytes: Uint8Array): BrokenText {
  const [before = ""] = new TextDecoder("utf-8").decode(bytes).split(LOST);
  const lines = before.split("\n");
  return { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
}

/** How many letters it takes to judge, and which part of them may be rare. */
const FEWEST_LETTERS = 4;
const MOST_RARE = 0.3;

/**
 * Whether the letters are mostly none of the usual 3755 (GB2312, level 1: lead B0 to D7), which
 * make up nearly all that anybody writes: Big5 and others that are read as GBK give such.
 */
function isRareGbk(bytes: Uint8Array): boolean {
  let letters = 0;
  let rare = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[at + 1] ?? 0;
    at += 1;
    if (trail >= 0xa1 && (lead === 0xa1 || lead === 0xa3)) continue; // punctuation, wide signs
    letters += 1;
    if (isRare(lead, trail)) rare += 1;
  }
  return letters >= FEWEST_LETTERS && rare / letters > MOST_RARE;
}

/** Whether the letter of these two bytes is beyond level 1 of GB2312. */
function isRare(lead: number, trail: number): boolean {
  return lead < 0xb0 || lead > 0xd7 || trail < 0xa1;
}

/** Which UTF-16 it is: by its mark, else by where the zeros of its commas and figures stand. */
function wideOf(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const zeros = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even === odd) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes); // without the mark
  } catch {
    return null;
  }
}

function isText(text: string): boolean {
  for (const letter of text) {
    if (letter === LOST || letter < String.fromCharCode(BINARY)) return false;
  }
  return true;
}

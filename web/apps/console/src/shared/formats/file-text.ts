/** What a file of text says, whichever of the usual encodings an office saved it in. */

/** Excel saves CSV as GBK and "Unicode text" as UTF-16; everything else writes UTF-8. */
const BINARY = 0x08; // control characters below it stand in no text

/** The file's text, null when it is none. */
export async function textOfFile(file: Blob): Promise<string | null> {
  return textOfBytes(new Uint8Array(await file.arrayBuffer()));
}

export function textOfBytes(bytes: Uint8Array): string | null {
  const wide = wideOf(bytes);
  const tried = wide === null ? ["utf-8", "gb18030"] : [wide];
  for (const encoding of tried) {
    const text = decoded(bytes, encoding);
    if (text !== null) return isText(text) ? text : null;
  }
  return null;
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
    if (letter === "\ufffd" || letter < String.fromCharCode(BINARY)) return false;
  }
  return true;
}

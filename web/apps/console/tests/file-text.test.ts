import { describe, expect, it } from "vitest";
import { textOfBytes } from "../src/shared/formats/file-text";

const said = "code,title\n你好，1";
const wide = (little: boolean) =>
  [...said].flatMap((letter) => {
    const code = letter.charCodeAt(0);
    return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });
const gbk = [0xc4, 0xe3, 0xba, 0xc3, 0xa3, 0xac, 0x31];

describe("the text of a file", () => {
  it.each([
    ["UTF-8", [...new TextEncoder().encode(said)]],
    ["UTF-8 with its mark", [0xef, 0xbb, 0xbf, ...new TextEncoder().encode(said)]],
    ["UTF-16", [0xff, 0xfe, ...wide(true)]],
    ["UTF-16, the large end first", [0xfe, 0xff, ...wide(false)]],
    ["UTF-16 without a mark", wide(true)],
    ["UTF-16 without a mark, the large end first", wide(false)],
    ["GB18030", [...new TextEncoder().encode("code,title\n"), ...gbk]],
  ])("is read: %s", (_, bytes) => {
    expect(textOfBytes(new Uint8Array(bytes))).toBe(said);
  });

  it.each([
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]],
    ["a workbook", [0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21]],
    ["letters that were lost before", [0xef, 0xbf, 0xbd]],
    ["neither", [0xff, 0xff, 0x31]],
  ])("is none: %s", (_, bytes) => {
    expect(textOfBytes(new Uint8Array(bytes))).toBeNull();
  });

  it("of an empty file is empty", () => {
    expect(textOfBytes(new Uint8Array([]))).toBe("");
  });
});

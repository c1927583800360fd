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
    expect(textOfBytes(new Uint8Array(bytes))).toEqual({ text: said, doubtful: false });
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
    expect(textOfBytes(new Uint8Array([]))).toEqual({ text: "", doubtful: false });
  });

  it("with one cell in another encoding is refused, and where it stands is told", () => {
    const utf8 = (text: string) => [...new TextEncoder().encode(text)];
    const rows = utf8("code,title_zh\na1,供暖时间和收费标准\na2,路灯");
    const bytes = [...rows, ...gbk.slice(0, 4), ...utf8("\na3,垃圾分类\n")];
    expect(textOfBytes(new Uint8Array(bytes))).toEqual({ line: 3, column: 6 });
    const marked = [0xef, 0xbb, 0xbf, ...utf8("code\n"), 0xc4, 0xe3];
    expect(textOfBytes(new Uint8Array(marked))).toEqual({ line: 2, column: 1 });
  });

  it("is doubtful when it is read as letters that nobody writes", () => {
    const big5 = [0xb0, 0xd3, 0xab, 0x7e, 0xb8, 0xea, 0xb0, 0x54, 0xbb, 0x50, 0xaa, 0x41]; // 商品資訊與服
    expect(textOfBytes(new Uint8Array(big5))).toMatchObject({ doubtful: true });
    const kept = new TextEncoder().encode("a1,\ue000");
    expect(textOfBytes(kept)).toEqual({ text: "a1,\ue000", doubtful: true });
  });
});

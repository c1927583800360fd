import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isPhone, written } from "../src/features/cases/fields";
import { plainNumber, plainPhone, readPhone } from "../src/shared/formats/phone-text";

const PASTED = [
  "138 0013 8000",
  "\u202d13800138000\u202c",
  "１３８００１３８０００",
  "138\u00a00013\u30008000",
];

describe("a number as it is pasted", () => {
  it.each([...PASTED, "138-0013-8000", "138‑0013–8000", "（138）00138000"])(
    "is dialled: %s",
    (text) => {
      expect(plainNumber(text)).toBe("13800138000");
    },
  );

  it.each(PASTED)("is a citizen's: %s", (text) => {
    expect(plainPhone(text)).toBe("13800138000");
    expect(isPhone(text)).toBe(true);
    const fields = { title: "", content: "", citizen_name: "", address: "", phone: text };
    const rest = { type: "", urgency: "normal", secrecy: "internal" } as const;
    expect(written({ ...fields, ...rest }).phone).toBe("13800138000");
  });

  it("keeps the hyphen behind a city's code, and is not a word", () => {
    expect(plainPhone("0571－8888 8888")).toBe("0571-88888888");
    expect(isPhone("没有")).toBe(false);
  });
});

const FILE = new URL("../../../../server/tests/rules/telephones.json", import.meta.url);
const VECTORS: { why: string; text: string; digits: string; extension: string }[] = JSON.parse(
  readFileSync(FILE, "utf-8"),
);

describe("a number is read as the server reads it", () => {
  it.each(VECTORS)("$why: $text", ({ text, digits, extension }) => {
    expect(readPhone(text)).toEqual(digits === "" ? null : { digits, extension });
    expect(isPhone(text)).toBe(digits !== "");
  });

  it("keeps the extension in what is filed", () => {
    expect(plainPhone("(0755) 8888-1234 转 801")).toBe("075588881234转801");
    expect(readPhone("075588881234转801")).toEqual({ digits: "075588881234", extension: "801" });
  });
});

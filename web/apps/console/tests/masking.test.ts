import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { masked } from "../src/shared/formats/number";

const FILE = new URL("../../../../server/tests/rules/masking.json", import.meta.url);
const VECTORS: { number: string; shown: string; why: string }[] = JSON.parse(
  readFileSync(FILE, "utf-8"),
);

describe("numbers are masked as the server does it", () => {
  it.each(VECTORS)("$why: $number", ({ number, shown }) => {
    expect(masked(number)).toBe(shown);
  });
});

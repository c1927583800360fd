import { describe, expect, it } from "vitest";
import { en } from "../src/app/locales/en";
import { zh } from "../src/app/locales/zh";
import { callQuery } from "../src/features/calls/calls-page";
import { caseQuery } from "../src/features/cases/cases-page";
import { spaced } from "../src/shared/components/figures";
import { rangeOf } from "../src/shared/components/use-filters";
import { masked } from "../src/shared/formats/number";

const today = Date.UTC(2026, 10, 22, 16);

describe("masked", () => {
  it.each([
    ["13800000001", "138****0001"],
    ["+8613800000001", "138****0001"],
    ["01055501000", "010****1000"],
    ["5550100", "555****00"],
    ["12345", "1****45"],
    ["110", "110"],
    ["138****0001", "138****0001"],
  ])("%s", (number, shown) => {
    expect(masked(number)).toBe(shown);
  });
});

describe("what the address bar says", () => {
  it("asks for today's calls unless told otherwise", () => {
    const none = { range: "", agent: "", outcome: "", disposition: "", rec: "", q: "" };
    expect(callQuery(none, today)).toEqual({ from: "2026-11-22T16:00:00.000Z" });
    expect(callQuery({ ...none, range: "any", rec: "1", agent: "8001" }, today)).toEqual({
      has_recording: true,
      agent: "8001",
    });
  });

  it("asks for all cases, and never with a search of one character", () => {
    const none = { range: "", type: "", state: "", urgency: "", source: "", q: "" };
    expect(caseQuery({ ...none, q: "噪" }, today)).toEqual({});
    expect(caseQuery({ ...none, q: "噪声", type: "complaint" }, today)).toEqual({
      q: "噪声",
      type: "complaint",
    });
  });

  it("ends yesterday where today begins", () => {
    expect(rangeOf("yesterday", today)).toEqual({
      from: "2026-11-21T16:00:00.000Z",
      to: "2026-11-22T16:00:00.000Z",
    });
  });
});

describe("spaced", () => {
  it("groups number and code for reading out", () => {
    expect(spaced("9901261123000014")).toBe("9901 261123 000014");
    expect(spaced("395858")).toBe("395 858");
  });
});

/** The names between double braces, of every sentence. */
function holes(texts: object, path = ""): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string"
      ? [...new Set(value.match(/\{\{\w+\}\}/g) ?? [])].map((hole) => `${path}${key} ${hole}`)
      : holes(value, `${path}${key}.`),
  );
}

describe("texts", () => {
  it("have the same places for values in both languages", () => {
    expect(holes(en).sort()).toEqual(holes(zh).sort());
  });
});

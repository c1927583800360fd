import { describe, expect, it } from "vitest";
import { readDay, readMoment } from "../src/shared/formats/written-day";
import { isFace } from "../src/shared/formats/zoned";

describe("the face of a clock", () => {
  it("is of a moment that there is, in a year that people plan in", () => {
    expect(isFace("2026-11-23T08:59")).toBe(true);
    for (const none of [
      ...["2026-02-30T09:00", "2026-02-29T00:00", "2026-13-01T00:00", "2026-03-08T24:00"],
      ...["0226-12-31T08:30", "0001-01-01T00:00", "9999-12-31T23:59", "2026-11-23"],
    ]) {
      expect(isFace(none), none).toBe(false);
    }
  });
});

describe("a day with a slip in its year", () => {
  it("is none, and stays as it was typed", () => {
    expect(readDay("0226-12-31")).toBeNull();
    expect(readMoment("0226-12-31 08:30")).toBeNull();
    expect(readMoment("2026-12-31 08:30")).toBe("2026-12-31T08:30");
  });
});

import { describe, expect, it } from "vitest";
import { leastWidth, nextRow } from "../src/table";
import { TOKENS } from "../src/tokens";

/** Relative luminance of `#rrggbb`, as WCAG defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

describe("tokens", () => {
  it.each(["light", "dark"] as const)("can be read in %s (WCAG AA)", (mode) => {
    const t = TOKENS[mode];
    const pairs: [string, string][] = [
      ...[t.ink, t.inkSoft, t.inkFaint].flatMap((ink): [string, string][] => [
        [ink, t.surface],
        [ink, t.sunken],
      ]),
      [t.ready, t.readySoft],
      [t.talk, t.talkSoft],
      [t.hold, t.holdSoft],
      [t.failed, t.failedSoft],
      [t.inkSoft, t.offSoft],
      [t.onAction, t.action],
      [t.onTalk, t.talk],
      [t.failed, t.surface],
      [t.hold, t.surface],
    ];
    const dim = pairs.filter(([one, other]) => contrast(one, other) < 4.5);
    expect(dim).toEqual([]);
  });
});

describe("nextRow", () => {
  it("stays inside the list and leaves other keys alone", () => {
    expect(nextRow("ArrowDown", 0, 3)).toBe(1);
    expect(nextRow("ArrowDown", 2, 3)).toBe(2);
    expect(nextRow("ArrowUp", 0, 3)).toBe(0);
    expect(nextRow("End", 0, 3)).toBe(2);
    expect(nextRow("Enter", 0, 3)).toBeNull();
  });
});

describe("leastWidth", () => {
  it("leaves room to read in a column that takes what the others leave", () => {
    expect(leastWidth([{ width: 100 }, {}, { width: 60 }])).toBeGreaterThanOrEqual(300);
  });

  it("is the sum where every column has its width", () => {
    expect(leastWidth([{ width: 100 }, { width: 60 }])).toBe(160);
  });
});

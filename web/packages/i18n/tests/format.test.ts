import { describe, expect, it } from "vitest";
import { clock, day, duration, moment, relative, startOfDay } from "../src/format";

const SHANGHAI = "Asia/Shanghai";
const now = Date.UTC(2026, 10, 23, 6, 5, 9); // 14:05:09 in Shanghai

describe("times in the centre's zone", () => {
  it("tells clock and day", () => {
    expect(clock(now, SHANGHAI)).toBe("14:05:09");
    expect(day(Date.UTC(2026, 10, 22, 16), SHANGHAI)).toBe("2026-11-23");
    expect(clock(Date.UTC(2026, 10, 22, 16), SHANGHAI)).toBe("00:00:00");
  });

  it("leaves out of a moment what goes without saying", () => {
    expect(moment(now - 60_000, SHANGHAI, now)).toBe("14:04");
    expect(moment(now - 86_400_000, SHANGHAI, now)).toBe("11-22 14:05");
    expect(moment(Date.UTC(2025, 10, 23, 6), SHANGHAI, now)).toBe("2025-11-23 14:00");
  });

  it("finds the start of the day", () => {
    expect(new Date(startOfDay(now, SHANGHAI)).toISOString()).toBe("2026-11-22T16:00:00.000Z");
  });
});

describe("relative", () => {
  it.each([
    [30_000, "刚刚", "just now"],
    [3 * 60_000, "3分钟前", "3 minutes ago"],
    [26 * 3600_000, "昨天", "yesterday"],
  ])("%d ms ago", (ago, zh, en) => {
    expect(relative(now - ago, now, "zh")).toBe(zh);
    expect(relative(now - ago, now, "en")).toBe(en);
  });
});

describe("duration", () => {
  it.each([
    [0, "00:00"],
    [134_000, "02:14"],
    [3_734_000, "1:02:14"],
    [-5_000, "00:00"],
  ])("%d ms", (span, text) => {
    expect(duration(span)).toBe(text);
  });
});

import { errorCodes } from "@lianxin/softphone";
import { describe, expect, it } from "vitest";
import { clock, languageOf, sentence } from "../src/texts";
import { problemOfRefusal } from "../src/ticket";

describe("sentences", () => {
  it.each(["zh", "en"] as const)("there is one for every code in %s", (language) => {
    for (const code of errorCodes) expect(sentence(language, { code })).toBeTruthy();
  });

  it("name the time to wait, in minutes when it is long", () => {
    const wait = (retryAfter: number) => ({ code: "ticket.limited", retryAfter }) as const;
    expect(sentence("zh", wait(42))).toBe("您的拨打次数较多，请在 42 秒后再试。");
    expect(sentence("zh", wait(600))).toBe("您的拨打次数较多，请在 10 分钟后再试。");
    expect(sentence("en", wait(1))).toBe(
      "You have called many times. Please try again in 1 second.",
    );
  });
});

describe("a refused ticket", () => {
  it("is a limit with the header's time, or the body's", () => {
    const limited = { code: "ticket.limited", retryAfter: 30 };
    expect(problemOfRefusal(429, "30", null)).toEqual(limited);
    const body = { error: { code: "portal.too_many_calls", details: { retry_after: 29.5 } } };
    expect(problemOfRefusal(429, null, body)).toEqual(limited);
  });

  it.each([null, "soon", "-1"])("is a limit without a time for %s", (header) => {
    expect(problemOfRefusal(429, header, "text")).toEqual({ code: "ticket.limited" });
  });

  it("is the citizen's number where that is no number", () => {
    const body = { error: { code: "portal.bad_phone", details: {} } };
    expect(problemOfRefusal(422, null, body)).toEqual({ code: "ticket.bad_phone" });
  });

  it("tells a server in trouble from one that does not want", () => {
    expect(problemOfRefusal(503, null, null).code).toBe("socket.unreachable");
    expect(problemOfRefusal(403, null, null).code).toBe("ticket.refused");
  });
});

describe("the clock", () => {
  it.each([
    [0, "00:00"],
    [72, "01:12"],
    [3601, "1:00:01"],
  ])("shows %i s as %s", (seconds, shown) => {
    expect(clock(seconds)).toBe(shown);
  });
});

describe("the language", () => {
  it.each([
    ["zh-hans", "zh"],
    ["en-GB", "en"],
    [undefined, "zh"],
    ["fr", "zh"],
  ])("of %s is %s", (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });
});

// @vitest-environment jsdom
import type { Session } from "@lianxin/api";
import { changeLanguage } from "@lianxin/i18n";
import { act, fireEvent, screen } from "@testing-library/react";
import user from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { DateField } from "../src/shared/components/date-field";
import { DateTimeField } from "../src/shared/components/date-time-field";
import { localOf, zoned } from "../src/shared/formats/zoned";
import { SessionContext } from "../src/shared/session";
import { answerOf, show } from "./harness";

/** The machine of the tests can be in one of them at most. */
const ZONES = ["Asia/Shanghai", "America/New_York", "Asia/Kathmandu"];

let last = "";

function Moment({ first, zone }: { first: string; zone: string }) {
  const [value, setValue] = useState(first);
  const keep = (next: string) => {
    last = next;
    setValue(next);
  };
  return (
    <SessionContext value={{ ...answerOf<Session>("session"), zone }}>
      <DateTimeField aria-label="时间" value={value} onChange={keep} />
    </SessionContext>
  );
}

function Day({ first }: { first: string }) {
  const [value, setValue] = useState(first);
  const keep = (next: string) => {
    last = next;
    setValue(next);
  };
  return <DateField aria-label="日期" value={value} onChange={keep} />;
}

const box = () => screen.getByRole<HTMLInputElement>("textbox");

async function type(text: string) {
  await user.click(box());
  fireEvent.change(box(), { target: { value: text } });
  await user.keyboard("{Enter}");
}

afterEach(() => act(() => changeLanguage("zh")));

describe("a moment", () => {
  it.each([
    ["Asia/Shanghai", "2026-11-23 08:59"],
    ["America/New_York", "2026-11-22 19:59"],
    ["Asia/Kathmandu", "2026-11-23 06:44"],
  ])("is read by the clock of %s", (zone, shown) => {
    show(<Moment first="2026-11-23T00:59:00Z" zone={zone} />);
    expect(box().value).toBe(shown);
  });

  it.each(ZONES)("is typed by the clock of %s", async (zone) => {
    show(<Moment first="2026-11-23T00:59:00Z" zone={zone} />);
    await type("2026-07-01 23:30");
    expect(Date.parse(last)).toBe(Date.parse(zoned("2026-07-01T23:30", zone)));
    expect(box().value).toBe("2026-07-01 23:30");
  });

  it.each(["2026/5/9 9:00", "2026年5月9日 9:00", "20260509 9:00"])(
    "is typed as offices write it: %s",
    async (text) => {
      show(<Moment first="2026-11-23T00:59:00Z" zone="Asia/Shanghai" />);
      await type(text);
      expect(box().value).toBe("2026-05-09 09:00");
    },
  );

  it("knows that clocks are put back in winter", async () => {
    show(<Moment first="2026-11-23T00:59:00Z" zone="America/New_York" />);
    await type("2026-01-05 12:00");
    expect(new Date(last).toISOString()).toBe("2026-01-05T17:00:00.000Z");
    await type("2026-07-05 12:00");
    expect(new Date(last).toISOString()).toBe("2026-07-05T16:00:00.000Z");
  });

  it.each(["yesterday", "2026-12-30 24:00", "2026-02-29 10:00", "2026-12-30"])(
    "stays as it was typed when it is none, and is no moment: %s",
    async (text) => {
      show(<Moment first="2026-11-23T00:59:00Z" zone="Asia/Shanghai" />, { styled: true });
      await user.clear(box());
      await user.type(box(), text);
      await user.tab();
      expect([last, box().value]).toEqual([text, text]);
      expect(screen.getByRole("alert").textContent).toContain("读不出这个时间");
      await type("2026-12-30 09:05");
      expect(box().value).toBe("2026-12-30 09:05");
      expect(screen.queryByRole("alert")).toBeNull();
    },
  );

  it("is shown by the centre's clock when it was pasted with its own", async () => {
    show(<Moment first="2026-11-23T00:59:00Z" zone="Asia/Shanghai" />);
    await user.clear(box());
    await user.type(box(), "2026-12-30T16:30:00Z");
    await user.tab();
    expect(box().value).toBe("2026-12-31 00:30");
  });

  it("is typed key by key", async () => {
    show(<Moment first="2026-11-23T00:59:00Z" zone="Asia/Shanghai" />);
    await user.clear(box());
    await user.type(box(), "2026/12/31 17:30");
    await user.tab();
    expect([localOf(last, "Asia/Shanghai"), box().value]).toEqual([
      "2026-12-31T17:30",
      "2026-12-31 17:30",
    ]);
  });
});

describe("a day", () => {
  it("is an ISO date, wherever the computer stands", async () => {
    show(<Day first="2026-11-23" />);
    expect(box().value).toBe("2026-11-23");
    await type("2026-12-31");
    expect(last).toBe("2026-12-31");
  });

  it.each(["2026/5/9", "2026-5-9", "2026.5.9", "2026年5月9日", "20260509"])(
    "is typed as offices write it: %s",
    async (text) => {
      show(<Day first="2026-11-23" />);
      await type(text);
      expect([last, box().value]).toEqual(["2026-05-09", "2026-05-09"]);
    },
  );

  it.each(["2026-12-31", "2026/12/31", "2026年12月31日", "２０２６-１２-３１", "\u202d2026-12-31"])(
    "is typed key by key: %s",
    async (text) => {
      show(<Day first="2026-11-23" />);
      await user.clear(box());
      await user.type(box(), text);
      await user.tab();
      expect([last, box().value]).toEqual(["2026-12-31", "2026-12-31"]);
    },
  );

  it.each(["3月18日", "2026-02-30", "46102", "明天", "26-3-25", "13/03/2026"])(
    "stays as it was typed when it is none: %s",
    async (text) => {
      show(<Day first="2026-11-23" />, { styled: true });
      await user.clear(box());
      await user.type(box(), text);
      await user.tab();
      expect([last, box().value]).toEqual([text, text]);
      expect(screen.getByRole("alert").textContent).toContain("读不出这个日期");
    },
  );

  it("can be mended where it stands", async () => {
    show(<Day first="2026-11-23" />, { styled: true });
    await user.clear(box());
    await user.type(box(), "3月18日");
    await user.tab();
    expect(box().readOnly).toBe(false);
    await user.type(box(), "{Home}2026年");
    expect(box().value).toBe("2026年3月18日");
    await user.tab();
    expect([last, box().value]).toEqual(["2026-03-18", "2026-03-18"]);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("is not what it was before the last figure", async () => {
    show(<Day first="2026-11-23" />, { styled: true });
    await user.clear(box());
    await user.type(box(), "2026-12-315");
    await user.tab();
    await act(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect([last, box().value]).toEqual(["2026-12-315", "2026-12-315"]);
  });

  it("is chosen in the calendar over what could not be read", async () => {
    show(<Day first="2026-11-23" />, { styled: true });
    await user.clear(box());
    await user.type(box(), "明天");
    await user.tab();
    await user.click(box());
    await user.click(
      document.querySelector('[title="2026-11-23"]') ??
        (document.querySelector(".ant-picker-cell-today") as Element),
    );
    expect(screen.queryByRole("alert")).toBeNull();
    expect(last).toBe(box().value);
  });

  it("is none when the field was emptied", async () => {
    show(<Day first="2026-11-23" />);
    await user.clear(box());
    await user.tab();
    expect([last, box().value]).toEqual(["", ""]);
  });

  it.each([
    ["zh", "一", "今天"],
    ["en", "Mo", "Today"],
  ] as const)("is chosen in the language of the page: %s", async (language, monday, today) => {
    changeLanguage(language);
    show(<Day first="2026-11-23" />);
    await user.click(box());
    const heads = [...document.querySelectorAll(".ant-picker-content th")];
    expect(heads.map((head) => head.textContent).join()).toContain(monday);
    expect(document.body.textContent).toContain(today);
  });
});

describe("the face of the centre's clock", () => {
  it.each(ZONES)("goes to an instant and back in %s", (zone) => {
    const face = "2026-03-08T12:30";
    expect(localOf(zoned(face, zone), zone)).toBe(face);
  });

  it("shows nothing for what is no instant", () => {
    expect(localOf("", "Asia/Shanghai")).toBe("");
  });
});

// @vitest-environment jsdom
import type { CalendarRead } from "@lianxin/api";
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { CalendarDays } from "../src/features/calendars/calendar-days";
import { CalendarWeek } from "../src/features/calendars/calendar-week";
import { CalendarYear } from "../src/features/calendars/calendar-year";
import { accepted, answerOf, confirmation, listen, refused, show } from "./harness";

const calendar = answerOf<CalendarRead>("calendar");
const HOURS = "时段有误：起始须早于结束，且时段之间不能重叠。";
const [known] = calendar.days;

/** Above the form, and at the field. */
const bothSay = (message: string) =>
  waitFor(() => expect(screen.getAllByText(message)).toHaveLength(2));
const text = (name: RegExp) => screen.getByRole("textbox", { name });
const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));
const openWeek = (one = calendar) => show(<CalendarWeek calendar={one} mayChange />);
const openDays = () => show(<CalendarDays calendar={calendar} mayChange />);

describe("the week of a calendar", () => {
  it("marks the day that the API names, and keeps what was typed", async () => {
    const sent = listen({}, refused("calendar.bad_hours", HOURS, "week.tue"));
    openWeek();
    await user.type(text(/^周二/), "9:00至12:00{Enter}");
    await bothSay(HOURS);
    expect(accepted(sent).body).toMatchObject({ week: { tue: [["09:00", "12:00"]] } });
    expect(text(/^周二/).getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(text(/^周二/));
    expect(text(/^周二/)).toHaveProperty("value", "9:00至12:00");
  });

  it("marks the day in which the API names one end", async () => {
    listen({}, refused("request.invalid", HOURS, "week.wed.0.1"));
    openWeek();
    await user.type(text(/^周三/), "09:00-12:00{Enter}");
    await waitFor(() => expect(text(/^周三/).getAttribute("aria-invalid")).toBe("true"));
  });

  it("is not sent with hours that nobody can read", async () => {
    const sent = listen({});
    openWeek();
    await user.type(text(/^周四/), "九点");
    await press("保存时段");
    expect(await screen.findByText(/^写成 09:00-12:00/)).toBeTruthy();
    expect(document.activeElement).toBe(text(/^周四/));
    expect(sent).toEqual([]);
  });

  it("is filled by its buttons as if it were typed", async () => {
    const sent = listen({});
    openWeek();
    await press("周一用于周一至周五");
    await press("周六 全天");
    await press("保存时段");
    await waitFor(() => expect(sent).toHaveLength(1));
    const day = [["09:00", "12:00"]];
    const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [["00:00", "24:00"]] };
    expect(accepted(sent).body).toEqual({
      name: calendar.name,
      version: 1,
      week,
      keeps_holidays: true,
    });
  });

  it("is offered again after a reload", async () => {
    listen({});
    openWeek();
    await user.type(text(/^周日/), "10:00-11:00");
    cleanup();
    openWeek();
    expect(text(/^周日/)).toHaveProperty("value", "");
    await press("恢复");
    expect(text(/^周日/)).toHaveProperty("value", "10:00-11:00");
    await press(/取\s?消/);
    expect(text(/^周日/)).toHaveProperty("value", "");
    expect(sessionStorage.length).toBe(0);
  });

  it("is only read by who may not change it", () => {
    show(<CalendarWeek calendar={calendar} mayChange={false} />);
    expect(text(/^周一/)).toHaveProperty("disabled", true);
    expect(screen.queryByRole("button", { name: "保存时段" })).toBeNull();
  });

  it("goes when no line goes by it, after somebody said so", async () => {
    const sent = listen({});
    openWeek({ ...calendar, lines: [] });
    await press("删除日历");
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "删除日历" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ method: "DELETE", path: "/api/calendars/office" });
  });
});

describe("a day of a calendar", () => {
  const choose = async (name: RegExp, value: string) => {
    await user.click(screen.getByRole("combobox", { name }));
    await user.click(await screen.findByTitle(value));
  };

  it("is not sent without a name", async () => {
    const sent = listen({});
    openDays();
    await press("添加日子");
    expect(await screen.findByText("请填写此项。")).toBeTruthy();
    expect(document.activeElement).toBe(text(/^名目/));
    expect(sent).toEqual([]);
  });

  it("that is worked marks as what it runs, when it does not say", async () => {
    const message = "日期有误：调休上班日须指明按星期几运行，或填写时段。";
    const sent = listen({}, refused("calendar.bad_day", message, "run_as"));
    openDays();
    await user.type(text(/^名目/), "调休");
    await choose(/^类别/, "调休上班");
    await press("添加日子");
    await bothSay(message);
    expect(accepted(sent).body).toMatchObject({ kind: "make_up", run_as: null });
    const runs = screen.getByRole("combobox", { name: /^按星期/ });
    expect(runs.getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(runs);
    expect(text(/^名目/)).toHaveProperty("value", "调休");
  });

  it("that runs as another has no hours of its own", async () => {
    const sent = listen({});
    openDays();
    await user.type(text(/^名目/), "调休");
    await user.type(text(/^时段/), "10:00-11:00");
    await choose(/^按星期/, "周一");
    expect(text(/^时段/)).toHaveProperty("disabled", true);
    await press("添加日子");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toMatchObject({ run_as: "mon", spans: [] });
  });

  it("takes the place of another of its kind when somebody says so", async () => {
    const error = {
      code: "calendar.day_taken",
      message: "2026-01-01 已有同类的日子“元旦”。",
      details: {
        name: "元旦",
        fields: [{ field: "date", type: "calendar.day_taken", limits: {} }],
      },
    };
    const sent = listen({}, ({ body }) =>
      (body as { replace: boolean }).replace ? { body: {} } : { status: 409, body: { error } },
    );
    openDays();
    await user.type(text(/^名目/), "检修");
    await press("添加日子");
    await user.click(
      within(await confirmation("2026-01-01 已有“元旦”，替换它吗？")).getByRole("button", {
        name: /取\s?消/,
      }),
    );
    await bothSay(error.message);
    expect(text(/^名目/)).toHaveProperty("value", "检修");
    expect(accepted(sent).body).toMatchObject({ name: "检修", replace: false });
    cleanup();
    sessionStorage.clear();
    openDays();
    await user.type(text(/^名目/), "检修");
    await press("添加日子");
    const again = await confirmation("2026-01-01 已有“元旦”，替换它吗？");
    await user.click(within(again).getByRole("button", { name: /替\s?换/ }));
    await waitFor(() => expect(sent).toHaveLength(3));
    expect(sent[2]?.body).toMatchObject({ name: "检修", replace: true });
  });

  it("is followed by the next of its kind", async () => {
    const sent = listen({});
    openDays();
    await choose(/^类别/, "节假日");
    await user.type(text(/^名目/), "春节{Enter}");
    await waitFor(() => expect(text(/^名目/)).toHaveProperty("value", ""));
    expect(document.activeElement).toBe(text(/^名目/));
    await user.type(text(/^名目/), "春节二");
    await press("添加日子");
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.body).toMatchObject({ kind: "holiday", name: "春节二" });
  });

  it("is removed, and put back as it was", async () => {
    const sent = listen({});
    openDays();
    await press(`删除 ${known?.date} ${known?.name}`);
    await user.click(await screen.findByRole("button", { name: "撤销" }));
    await waitFor(() => expect(sent).toHaveLength(2));
    const [, back] = sent;
    const { id: _, ...day } = known ?? { id: 0 };
    expect(back).toMatchObject({ method: "PUT", body: day });
  });
});

describe("the year of a calendar", () => {
  const open = (one = calendar) => show(<CalendarYear calendar={one} mayChange onYear={vi.fn()} />);
  const choose = (file: File) => {
    const input = document.querySelector<HTMLInputElement>("input[type=file]");
    return user.upload(input as HTMLInputElement, file);
  };

  it("is taken as it is shipped", async () => {
    const sent = listen({});
    open();
    await press("载入随附的 2026 年数据");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toEqual({ year: 2026, file: null });
  });

  it("is read from a file, whose mistake is told", async () => {
    const message = "节假日文件有误（holiday[0].to）。";
    const sent = listen({}, refused("calendar.bad_file", message, "file"));
    open();
    await choose(new File(["year = 2026\n"], "2026.toml"));
    expect(await screen.findByText(message)).toBeTruthy();
    expect(accepted(sent).body).toEqual({ year: 2026, file: "year = 2026\n" });
  });

  it("is not read from a file that is none", async () => {
    const sent = listen({});
    open();
    await choose(new File(["x".repeat(65_537)], "2026.toml"));
    expect(await screen.findByText("节假日文件不能超过 64 kB。")).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it("says when its holidays are not there", () => {
    open({ ...calendar, years: [] });
    expect(screen.getByText("2026 年的节假日安排尚未载入")).toBeTruthy();
  });
});

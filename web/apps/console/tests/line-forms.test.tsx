// @vitest-environment jsdom
import type { CalendarRead, LineRead } from "@lianxin/api";
import { screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { CalendarDays } from "../src/features/calendars/calendar-days";
import { CalendarWeek } from "../src/features/calendars/calendar-week";
import { NewCalendarDialog } from "../src/features/calendars/new-calendar";
import { LinePanel } from "../src/features/lines/line-panel";
import { NewLineDialog } from "../src/features/lines/new-line";
import { accepted, answerOf, listen, show } from "./harness";

const [line] = answerOf<[LineRead]>("lines");
const calendar = answerOf<CalendarRead>("calendar");
const reads = {
  "/api/flows": answerOf("flows"),
  "/api/calendars": answerOf("calendars"),
};

const text = (name: RegExp) => screen.getByRole("textbox", { name });
const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));

describe("a line", () => {
  it("keeps its plan but for its new name", async () => {
    const sent = listen(reads);
    show(<LinePanel line={line} mayChange onClosed={vi.fn()} />);
    await user.type(text(/^名称/), "二线");
    await press("保存");
    await waitFor(() => expect(sent).toHaveLength(1));
    const { path, body } = accepted(sent);
    expect(path).toBe("/api/lines/12345");
    expect(body).toMatchObject({ name: `${line.name}二线`, flow: line.flow.code, calendar: "" });
  });

  it("is opened with the flow that answers it", async () => {
    const sent = listen(reads);
    const opened = vi.fn();
    show(<NewLineDialog onClose={vi.fn()} onOpened={opened} />);
    await user.type(text(/^号码/), "96110");
    await user.type(text(/^名称/), "反诈");
    await user.click(screen.getByRole("combobox"));
    await user.click(await screen.findByTitle("热线默认流程"));
    await press("新开线路");
    await waitFor(() => expect(opened).toHaveBeenCalledWith("96110"));
    expect(accepted(sent).body).toEqual({ number: "96110", name: "反诈", flow: "article" });
  });
});

describe("a calendar", () => {
  it("is made with office hours", async () => {
    const sent = listen(reads);
    const made = vi.fn();
    show(<NewCalendarDialog onClose={vi.fn()} onMade={made} />);
    await user.type(text(/^名称/), "窗口");
    await user.type(text(/^代码/), "counter");
    await press("新建日历");
    await waitFor(() => expect(made).toHaveBeenCalledWith("counter"));
    expect(accepted(sent).body).toMatchObject({ code: "counter", keeps_holidays: true });
  });

  it("gets other hours on a day of the week", async () => {
    const sent = listen(reads);
    show(<CalendarWeek calendar={calendar} mayChange />);
    await user.type(text(/^周二|^星期二/), "08:30-12:00");
    await press("保存时段");
    await waitFor(() => expect(sent).toHaveLength(1));
    const week = { mon: [["09:00", "12:00"]], tue: [["08:30", "12:00"]] };
    expect(accepted(sent).body).toEqual({
      name: calendar.name,
      version: 1,
      week,
      keeps_holidays: true,
    });
  });

  it("gets a special day", async () => {
    const sent = listen(reads);
    show(<CalendarDays calendar={calendar} mayChange />);
    await user.type(screen.getByPlaceholderText("名目"), "培训日");
    await press("添加日子");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toMatchObject({ kind: "special", name: "培训日", spans: [] });
  });
});

// @vitest-environment jsdom
/** The session ends while days and hours are typed on the page of calendars. */
import type { CalendarRead } from "@lianxin/api";
import { cleanup, fireEvent, screen } from "@testing-library/react";
import user from "@testing-library/user-event";
import { useLocation } from "react-router";
import { expect, it } from "vitest";
import { CalendarsPage } from "../src/features/calendars/calendars-page";
import { answerOf, listen, show } from "./harness";

const calendar = answerOf<CalendarRead>("calendar");
const lists = answerOf("calendars");
const text = (name: RegExp) => screen.findByLabelText(name, { selector: "input[type=text]" });

function Address() {
  return <output>{useLocation().search}</output>;
}

function open(at = "/"): void {
  listen({ "/api/calendars": lists, [`/api/calendars/${calendar.code}`]: calendar }, () => ({
    status: 401,
    body: { error: { code: "session.missing", message: "请先登录。" } },
  }));
  show(
    <>
      <CalendarsPage />
      <Address />
    </>,
    { at },
  );
}

it("keeps the week and the day that were typed through the sign-in", async () => {
  open();
  fireEvent.change(await text(/^周日/), { target: { value: "10:00-11:00" } });
  fireEvent.change(await text(/^名目/), { target: { value: "校庆" } });
  await user.click(screen.getByRole("button", { name: "保存时段" }));
  await user.click(screen.getByRole("button", { name: "添加日子" }));
  cleanup(); // the page of signing in, and the same address again
  open();
  await text(/^周日/);
  const offers = screen.getAllByRole("button", { name: "恢复" });
  expect(offers).toHaveLength(2);
  for (const offer of offers) await user.click(offer);
  expect(await text(/^周日/)).toHaveProperty("value", "10:00-11:00");
  expect(await text(/^名目/)).toHaveProperty("value", "校庆");
});

it("keeps the year that is shown in the address", async () => {
  open("/?year=2031"); // as the sign-in comes back to it
  await text(/^周日/);
  await user.click(screen.getByRole("button", { name: "下一年" }));
  expect(screen.getByText(`?year=${calendar.year + 1}`)).toBeTruthy();
});

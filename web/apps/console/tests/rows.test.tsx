// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import type { ReactElement } from "react";
import { expect, it } from "vitest";
import { AgentsPage } from "../src/features/agents/agents-page";
import { Faxes } from "../src/features/faxes/faxes";
import { Notices } from "../src/features/notices/notices";
import { SurveysPage } from "../src/features/surveys/surveys-page";
import { KeysProvider } from "../src/shared/keys";
import { answerOf, listen, show } from "./harness";

const AGENT = { id: 1, number: "8001", name: "李示范" };
const at = "2026-03-02T01:00:00Z";
const ANSWER = { id: 7, at, call: "", agent: AGENT, question: "总体", score: 5 };
const BREAK = { reason: "break", seconds: 1800, times: 2 };
const READS = {
  "/api/notices": answerOf("notices"),
  "/api/faxes": answerOf("faxes"),
  "/api/surveys": { items: [ANSWER], next: null, total: 1 },
  "/api/surveys/means": [],
  "/api/people": { items: [], next: null, total: 0 },
  "/api/agents/not-ready": {
    day: "2026-03-02",
    items: [{ agent: AGENT, seconds: 1800, reasons: [BREAK], running: null }],
  },
};

it.each<[string, ReactElement, RegExp, string, RegExp[]]>([
  ["a notice", <Notices key="n" />, /失败/, "通知", [/次数1/, /通话记录/, /重新发送/]],
  ["a fax", <Faxes key="f" />, /失败/, "传真", [/第 1 次：占线/, /通话记录/]],
  ["an answer", <SurveysPage key="s" />, /总体/, "满意度评价", [/评分5/, /没有查看权限/]],
  ["an agent's times", <AgentsPage key="a" />, /8001/, "8001 李示范", [/小休 2 次 30:00/]],
])(
  "%s opens beside its list by the keyboard, and Esc closes it",
  async (_, page, row, title, told) => {
    listen(READS);
    show(<KeysProvider>{page}</KeysProvider>);
    const [first] = await screen.findAllByRole("row", { name: row });
    first?.focus();
    await user.keyboard("{Enter}");
    const panel = await screen.findByRole("complementary", { name: title });
    for (const each of told) expect(panel.textContent).toMatch(each);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("complementary", { name: title })).toBeNull();
  },
);

it("a button in a row does what it says, and does not open the row", async () => {
  const sent = listen(READS);
  show(
    <KeysProvider>
      <Notices />
    </KeysProvider>,
  );
  await user.click(await screen.findByRole("button", { name: "重新发送" }));
  expect(sent).toHaveLength(1);
  expect(screen.queryByRole("complementary")).toBeNull();
});

it("rows that only tell are no place for the keyboard", async () => {
  const mean = {
    day: "2026-03-02",
    agent: "8001",
    name: "李",
    question: "总体",
    mean: 5,
    answers: 1,
  };
  listen({ ...READS, "/api/surveys/means": [mean] });
  show(
    <KeysProvider>
      <SurveysPage />
    </KeysProvider>,
  );
  const table = within(await screen.findByRole("table", { name: "平均分" }));
  const row = await table.findByRole("row", { name: /5.00/ });
  expect(row.hasAttribute("tabindex")).toBe(false);
});

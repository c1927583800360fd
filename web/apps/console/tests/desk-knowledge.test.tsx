// @vitest-environment jsdom

import { onComputer } from "@lianxin/i18n";
import { screen } from "@testing-library/react";
import user from "@testing-library/user-event";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { OneDraft } from "../src/features/desk/desk-page";
import { DraftDesk, DraftDeskContext, useDeskState } from "../src/features/desk/draft-desk";
import { KnowledgePanel } from "../src/features/desk/knowledge";
import { withQuote } from "../src/features/desk/quote";
import { KeysProvider } from "../src/shared/keys";
import { answerOf, listen, show } from "./harness";

const ENTRY = {
  ...answerOf<object>("knowledge-entry"),
  code: "permit",
  titles: { zh: "居住证办理" },
  bodies: { zh: "带身份证到派出所。" },
  version: 3,
};
const MATCH = {
  code: "permit",
  parent: null,
  title: "居住证办理",
  excerpt: "带身份证",
  state: "published",
};

let desk: DraftDesk;

beforeAll(() => {
  Element.prototype.checkVisibility ??= () => true; // jsdom has none
});
beforeEach(() => {
  localStorage.clear();
  desk = new DraftDesk("shifan.8001", onComputer, Date.now);
});

function Desk() {
  const { drafts, active } = useDeskState();
  const draft = drafts.find(({ id }) => id === active);
  return (
    <>
      <section className="desk-draft">{draft && <OneDraft draft={draft} />}</section>
      <KnowledgePanel />
    </>
  );
}

it("is searched, read and put into the sheet at the cursor, with its entry and version", async () => {
  listen({ "/api/knowledge/search": [MATCH], "/api/knowledge/permit": ENTRY });
  show(
    <KeysProvider>
      <DraftDeskContext value={desk}>
        <Desk />
      </DraftDeskContext>
    </KeysProvider>,
  );
  const content = screen.getByRole<HTMLTextAreaElement>("textbox", { name: /内容/ });
  await user.type(content, "市民问居住证。请回电。");
  content.setSelectionRange(7, 7);
  await user.type(screen.getByRole("searchbox", { name: "搜索知识" }), "居住证{Enter}");
  await user.click(await screen.findByRole("button", { name: /居住证办理/ }));
  await user.click(await screen.findByRole("button", { name: "放入工单" }));
  const quote = "居住证办理\n带身份证到派出所。\n（知识 permit 第 3 版）";
  expect(content.value).toBe(`市民问居住证。\n${quote}\n请回电。`);
  expect(desk.get().drafts[0]?.fields.content).toBe(content.value);
  expect(document.activeElement).toBe(content);
});

describe("words of the knowledge in the agent's", () => {
  it("stand in lines of their own", () => {
    expect(withQuote("", "甲", 0)).toEqual({ text: "甲\n", end: 2 });
    expect(withQuote("一\n\n二", "甲", 2)).toEqual({ text: "一\n甲\n二", end: 3 });
  });

  it("are cut where there is no room, never what the agent wrote", () => {
    const mine = "我".repeat(19_990);
    const { text } = withQuote(mine, "知".repeat(100), 19_990);
    expect(text.startsWith(mine)).toBe(true);
    expect(text.length).toBeLessThanOrEqual(20_000);
  });
});

// @vitest-environment jsdom

import { onComputer } from "@lianxin/i18n";
import { screen } from "@testing-library/react";
import user from "@testing-library/user-event";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { OneDraft } from "../src/features/desk/desk-page";
import { DraftDesk, DraftDeskContext, useDeskState } from "../src/features/desk/draft-desk";
import { putIntoDraft } from "../src/features/desk/put-into-draft";
import { KnowledgeFinder } from "../src/features/knowledge";
import { putInto, quoted, withQuote } from "../src/features/knowledge/quote";
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
      <KnowledgeFinder put="放入工单" onPut={putIntoDraft} />
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

it("is typed as if by hand, so that the browser's own undo takes it out", async () => {
  const typed = vi.fn((_command: string, _shown: boolean, words: string) => {
    const field = document.activeElement as HTMLTextAreaElement;
    field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
    return true;
  });
  document.execCommand = typed as typeof document.execCommand; // jsdom has none
  const field = document.createElement("textarea");
  document.body.append(field);
  field.value = "您好。谢谢。";
  field.setSelectionRange(0, 3);
  putInto(field, { title: "甲", body: "乙", source: "丙" });
  Reflect.deleteProperty(document, "execCommand");
  expect(typed).toHaveBeenCalledExactlyOnceWith("insertText", false, "\n甲\n乙\n（丙）\n");
  expect(field.value).toBe("您好。\n甲\n乙\n（丙）\n谢谢。");
  expect(document.activeElement).toBe(field);
  field.readOnly = true; // while it is sent
  putInto(field, { title: "甲", body: "乙", source: "丙" });
  expect(field.value).toBe("您好。\n甲\n乙\n（丙）\n谢谢。");
  field.remove();
});

describe("words of the knowledge in the agent's", () => {
  it("stand in lines of their own", () => {
    expect(withQuote("", "甲", 0, 20_000)).toEqual({ text: "甲\n", end: 2 });
    expect(withQuote("一\n\n二", "甲", 2, 20_000)).toEqual({ text: "一\n甲\n二", end: 3 });
  });

  it("are cut where there is no room, never what the agent wrote", () => {
    const mine = "我".repeat(19_990);
    const { text } = withQuote(mine, "知".repeat(100), 19_990, 20_000);
    expect(text.startsWith(mine)).toBe(true);
    expect(text.length).toBeLessThanOrEqual(20_000);
  });

  it("say of which entry they are, also where what it says is cut", () => {
    const quote = { title: "甲", body: "乙".repeat(100), source: "丙" };
    expect(quoted(quote, 10)).toBe("甲\n乙乙乙…\n（丙）");
  });
});

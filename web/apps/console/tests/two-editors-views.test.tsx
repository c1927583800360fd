// @vitest-environment jsdom
import type { PromptRead } from "@lianxin/api";
import { screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { ConnectionView } from "../src/features/connections/connection-view";
import { type Connection, useConnections } from "../src/features/connections/data";
import type { KnowledgeEntry } from "../src/features/knowledge/data";
import { EntryView } from "../src/features/knowledge/entry-view";
import type { Template } from "../src/features/notices/data";
import { Templates } from "../src/features/notices/templates";
import type { Poll } from "../src/features/polls/data";
import { PollView } from "../src/features/polls/poll-view";
import { PromptDetailView } from "../src/features/prompts/prompt-detail";
import { answerOf, listen, type Sent, show } from "./harness";

const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));

/**
 * The view of what is read at `path`: the first answer is `before`, and a save over an older version
 * is refused and leaves `theirs` to be read there.
 */
function open<Row extends { version: number }>(
  view: ReactNode,
  path: string,
  before: Row,
  theirs: Row,
  answer: (row: Row) => unknown = (row) => row,
): Sent[] {
  const reads = { [path]: answer(before) };
  const sent = listen(reads, ({ body }) => {
    const { version } = body as Row;
    if (version === theirs.version) return { body: answer(theirs) };
    reads[path] = answer(theirs);
    const details = { version: theirs.version, by: "8002 乙", at: "2026-03-02T01:00:00Z" };
    const error = { code: "x.version_conflict", message: "已被 8002 乙 修改", details };
    return { status: 409, body: { error } };
  });
  show(view);
  return sent;
}

/** Type `mine`, save, see `theirs` beside it, and save over it. */
async function settled(sent: Sent[], label: RegExp, save: string, mine: string, theirs: string) {
  const [field] = (await screen.findAllByRole("textbox", { name: label })) as [HTMLElement];
  await user.clear(field);
  await user.type(field, mine);
  await press(save);
  expect(await screen.findByText(/^8002 乙 在您编辑期间/)).toBeTruthy();
  const dialog = within(screen.getByRole("dialog"));
  expect(dialog.getByText(theirs)).toBeTruthy();
  expect(dialog.getByText(mine)).toBeTruthy();
  await press("按所选保存");
  await waitFor(() => expect(sent).toHaveLength(2));
}

describe("who saves second in the view of", () => {
  it("a poll sees theirs beside what was typed, and can save", async () => {
    const { poll } = answerOf<{ poll: Poll }>("poll");
    const before = { ...poll, closes_at: "2100-01-01T00:00:00Z" };
    const theirs = { ...before, version: before.version + 1, title: "乙的标题" };
    const view = <PollView code={poll.code} onRemoved={vi.fn()} onMoved={vi.fn()} />;
    const sent = open(view, `/api/polls/${poll.code}`, before, theirs, (row) => ({
      poll: row,
      days: [],
    }));
    await user.click(await screen.findByRole("button", { name: /修\s?改/ }));
    await settled(sent, /^标题/, "保存", "甲的标题", "乙的标题");
    expect(sent[1]?.body).toMatchObject({ version: theirs.version, title: "甲的标题" });
  });

  it("an entry of the knowledge", async () => {
    const entry = answerOf<KnowledgeEntry>("knowledge-entry");
    const theirs = { ...entry, version: entry.version + 1, titles: { zh: "乙的标题" } };
    const view = <EntryView code={entry.code} writes nodes={[]} onRemoved={vi.fn()} />;
    const sent = open(view, `/api/knowledge/${entry.code}`, entry, theirs);
    await user.click(await screen.findByRole("button", { name: /修\s?改/ }));
    await settled(sent, /^标题 · 普通话/, "保存", "甲的标题", "乙的标题");
    expect(sent[1]?.body).toMatchObject({ version: theirs.version, titles: { zh: "甲的标题" } });
  });

  it("a connection", async () => {
    const [row] = answerOf<Connection[]>("connections") as [Connection];
    const theirs = { ...row, version: row.version + 1, name: "乙的名称" };
    const sent = open(<FirstConnection />, "/api/connections", row, theirs, (one) => [one]);
    await user.click(await screen.findByRole("button", { name: /修\s?改/ }));
    await settled(sent, /^名称/, "保存", "甲的名称", "乙的名称");
    expect(sent[1]?.body).toMatchObject({ version: theirs.version, name: "甲的名称" });
  });

  it("a prompt", async () => {
    const prompt = answerOf<PromptRead>("prompt");
    const texts = { ...prompt.texts, zh: "乙的文字" };
    const theirs = { ...prompt, version: prompt.version + 1, texts };
    const view = <PromptDetailView code={prompt.code} onRemoved={vi.fn()} />;
    const sent = open(view, `/api/prompts/${prompt.code}`, prompt, theirs);
    await settled(sent, /普通话/, "保存文字", "甲的文字", "乙的文字");
    expect(sent[1]?.body).toMatchObject({ version: theirs.version, texts: { zh: "甲的文字" } });
  });

  it("the words of a notice", async () => {
    const [template] = answerOf<Template[]>("templates") as [Template];
    const theirs = {
      ...template,
      version: template.version + 1,
      texts: { ...template.texts, zh: "乙的文字" },
    };
    const sent = open(<Templates />, "/api/notices/templates", template, theirs, (one) => [one]);
    await settled(sent, /普通话/, "保存", "甲的文字", "乙的文字");
    expect(sent[1]?.body).toMatchObject({ version: theirs.version, texts: { zh: "甲的文字" } });
  });
});

/** What the page shows of the list that it reads. */
function FirstConnection() {
  const [row] = useConnections().rows;
  return row === undefined ? null : <ConnectionView row={row} onRemoved={vi.fn()} />;
}

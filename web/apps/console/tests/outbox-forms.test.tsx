// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Fax } from "../src/features/faxes/data";
import { FaxActs } from "../src/features/faxes/fax-acts";
import { Faxes } from "../src/features/faxes/faxes";
import type { Notice } from "../src/features/notices/data";
import { SendAgain } from "../src/features/notices/send-again";
import type { Poll } from "../src/features/polls/data";
import { PollView } from "../src/features/polls/poll-view";
import { accepted, answerOf, listen, show } from "./harness";

const faxes = answerOf<{ items: Fax[] }>("faxes");
const notices = answerOf<{ items: Notice[] }>("notices");
const answer = answerOf<{ poll: Poll; days: unknown[] }>("poll");

function inState<Row extends { state: string }>(rows: readonly Row[], state: Row["state"]): Row {
  const row = rows.find((each) => each.state === state);
  if (row === undefined) throw new Error(`none is ${state}`);
  return row;
}

describe("faxes", () => {
  it("that failed are sent again", async () => {
    const reads: Record<string, unknown> = { "/api/faxes": faxes };
    const failed = inState(faxes.items, "failed");
    const sent = listen(reads, () => {
      const again = faxes.items.map((each) => ({ ...each, state: "waiting" }));
      reads["/api/faxes"] = { ...faxes, items: again };
      return { body: { ...failed, state: "waiting" } };
    });
    show(<Faxes />);
    await user.click(await screen.findByRole("button", { name: "重新发送" }));
    await waitFor(() => expect(screen.queryByRole("button", { name: "重新发送" })).toBeNull());
    const path = `/api/faxes/${failed.id}/again`;
    expect(sent).toEqual([{ method: "POST", path, body: null }]);
  });

  it("that wait are cancelled, and what went wrong is said", async () => {
    const message = "这份传真正在发送，不能取消。";
    const error = { code: "fax.not_waiting", message, details: {} };
    const waiting = inState(faxes.items, "waiting");
    const sent = listen({ "/api/faxes": faxes }, () => ({ status: 409, body: { error } }));
    show(<FaxActs fax={waiting} />);
    await user.click(await screen.findByRole("button", { name: /^取\s?消$/ }));
    expect(await screen.findByText(message)).toBeTruthy();
    expect(sent.map(({ path }) => path)).toEqual([`/api/faxes/${waiting.id}/cancel`]);
  });

  it("of something confidential say so in place of what they were", async () => {
    const secret = { withheld: true, number: "", title: "", call: null, attempts: [] };
    const items = faxes.items.map((each) => ({ ...each, ...secret }));
    listen({ "/api/faxes": { ...faxes, items } }, () => ({ body: {} }));
    show(<Faxes />);
    expect(await screen.findAllByText("涉及保密事项，内容不显示")).toHaveLength(items.length);
  });
});

describe("notices", () => {
  it("that failed are sent again", async () => {
    const failed = inState(notices.items, "failed");
    const sent = listen({ "/api/notices": notices }, () => ({ body: failed }));
    show(<SendAgain notice={failed} />);
    await user.click(await screen.findByRole("button", { name: "重新发送" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ method: "POST", path: `/api/notices/${failed.id}/again` });
  });
});

describe("a poll", () => {
  const year = 365 * 24 * 3600 * 1000;
  const poll: Poll = { ...answer.poll, closes_at: new Date(Date.now() + year).toISOString() };
  const path = `/api/polls/${poll.code}`;
  const open = (removed = vi.fn()) => {
    show(<PollView code={poll.code} onRemoved={removed} onMoved={vi.fn()} />);
    return removed;
  };

  it("is changed as it was when somebody began", async () => {
    const reads: Record<string, unknown> = { [path]: { ...answer, poll } };
    const sent = listen(reads);
    open();
    await user.click(await screen.findByRole("button", { name: /^修\s?改$/ }));
    reads[path] = { ...answer, poll: { ...poll, version: poll.version + 1 } };
    await user.type(screen.getByRole("textbox", { name: /^标题/ }), "二");
    await user.click(screen.getByRole("button", { name: /^保\s?存$/ }));
    await waitFor(() => expect(sent).toHaveLength(1));
    const { version, title } = poll;
    expect(accepted(sent)).toMatchObject({ path, body: { version, title: `${title}二` } });
  });

  it("is deleted after a question, as long as nobody voted", async () => {
    const sent = listen({ [path]: { ...answer, poll } }, () => ({ body: null }));
    const removed = open();
    await user.click(await screen.findByRole("button", { name: /^删\s?除$/ }));
    const dialog = await screen.findByRole("dialog");
    expect(sent).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: /^删\s?除$/ }));
    await waitFor(() => expect(removed).toHaveBeenCalledOnce());
    expect(sent).toEqual([{ method: "DELETE", path, body: null }]);
  });

  it("tells its results once it is over, and is not changed any more", async () => {
    listen({ [path]: answer, [`${path}/results`]: answerOf("poll-results") });
    open();
    expect(await screen.findByText("结果")).toBeTruthy();
    for (const { text } of answer.poll.questions) {
      expect(await screen.findByText(text, { exact: false })).toBeTruthy();
    }
    expect(screen.queryByRole("button", { name: /^修\s?改$/ })).toBeNull();
  });
});

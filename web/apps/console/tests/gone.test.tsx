// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { EntryView } from "../src/features/knowledge/entry-view";
import { PollForm } from "../src/features/polls/poll-form";
import { PollView } from "../src/features/polls/poll-view";
import { network } from "./browser";
import { answerOf, listen, show } from "./harness";

/** What is asked for, and how often, from now on. */
function asked(): string[] {
  const paths: string[] = [];
  const answer = network.answer;
  network.answer = (request) => {
    if (request.method === "GET") paths.push(new URL(request.url).pathname);
    return answer(request);
  };
  return paths;
}

const settled = () => new Promise((done) => setTimeout(done, 100));

async function remove(word: RegExp) {
  await user.click(await screen.findByRole("button", { name: word }));
  const dialog = await screen.findByRole("dialog");
  const [sure] = within(dialog).getAllByRole("button", { name: word });
  await user.click(sure as HTMLElement);
}

// The page goes a moment later: until then what was removed stands there.
it("an entry that was removed is not asked for again", async () => {
  const entry = { ...answerOf<{ children: number }>("knowledge-entry"), children: 0 };
  listen({ "/api/knowledge/guide": entry, "/api/knowledge/guide/versions": [] });
  const removed = vi.fn();
  show(<EntryView code="guide" writes nodes={[]} onRemoved={removed} />);
  await screen.findByRole("button", { name: /^删\s?除/ });
  await settled();
  const paths = asked();
  await remove(/^删\s?除/);
  await waitFor(() => expect(removed).toHaveBeenCalledOnce());
  await settled();
  expect(paths).toEqual([]);
});

it("a poll that was removed, or has another code, is not asked for again", async () => {
  const answer = answerOf<{ poll: Parameters<typeof PollForm>[0]["known"] }>("poll");
  const poll = { ...(answer.poll as NonNullable<typeof answer.poll>), turnout: 0 };
  listen({ [`/api/polls/${poll.code}`]: { ...answer, poll } });
  const removed = vi.fn();
  const moved = vi.fn();
  show(
    <>
      <PollView code={poll.code} onRemoved={removed} onMoved={moved} />
      <PollForm known={poll} onDone={moved} onCancel={vi.fn()} />
    </>,
  );
  await screen.findByRole("button", { name: /^删\s?除$/ });
  const paths = asked();
  await user.type(screen.getByRole("textbox", { name: /^编码/ }), "2");
  await user.click(screen.getByRole("button", { name: /^保\s?存$/ }));
  await waitFor(() => expect(moved).toHaveBeenCalledWith(`${poll.code}2`));
  await remove(/^删\s?除$/);
  await waitFor(() => expect(removed).toHaveBeenCalledOnce());
  await settled();
  expect(paths).toEqual([]);
});

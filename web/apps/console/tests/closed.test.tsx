// @vitest-environment jsdom
import type { CaseRead, Session } from "@lianxin/api";
import { useQueryClient } from "@tanstack/react-query";
import { screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import { CaseDetailView } from "../src/features/cases/case-detail";
import { CaseSummary } from "../src/features/cases/case-summary";
import { editKey } from "../src/features/cases/fields";
import { replyKey } from "../src/features/cases/use-reply-edit";
import { invalidateHinted } from "../src/shared/data/invalidate";
import { readUnsent, writeUnsent } from "../src/shared/data/unsent";
import { KeysProvider } from "../src/shared/keys";
import { ownerOf } from "../src/shared/session";
import { network } from "./browser";
import { answerOf, listen, show } from "./harness";

const found = answerOf<CaseRead>("case");
const owner = ownerOf(answerOf<Session>("session"));

/** The centre says to everybody that the case changed. */
function Hint() {
  const client = useQueryClient();
  const tell = () =>
    invalidateHinted(client, { type: "record_changed", kind: "case", id: found.id });
  return (
    <button type="button" onClick={tell}>
      hint
    </button>
  );
}

const hinted = () => user.click(screen.getByRole("button", { name: "hint" }));
const showOpen = (element: ReactNode) => {
  listen({ [`/api/cases/${found.id}`]: found });
  show(
    <KeysProvider>
      <Hint />
      {element}
    </KeysProvider>,
  );
  return screen.findByText(found.content, { selector: "p" });
};

/** From now on the case is answered with `status`. */
function answer(status: number) {
  network.answer = async () =>
    Response.json({ error: { code: "x", message: "不行", details: {} } }, { status });
}

it.each([
  ["a case", <CaseDetailView key="case" id={found.id} />, 404, "没有这项内容"],
  ["a case beside the desk's form", <CaseSummary key="case" id={found.id} />, 404, "没有这项内容"],
  ["a case of another's", <CaseDetailView key="case" id={found.id} />, 403, "您没有查看此页的权限"],
])(
  "%s that is open goes from the page as it is closed to who reads",
  async (_, element, status, said) => {
    await showOpen(element);
    answer(status);
    await hinted();
    expect(await screen.findByText(said)).toBeTruthy();
    expect(document.body.textContent).not.toContain(found.content);
    expect(document.body.textContent).not.toContain(found.title);
    expect(screen.queryByRole("button", { name: /^重\s?试/ })).toBeNull();
  },
);

it("a case stays on the page where reading it anew only failed", async () => {
  await showOpen(<CaseDetailView id={found.id} />);
  answer(503);
  await hinted();
  await waitFor(() => expect(screen.getByText(found.content, { selector: "p" })).toBeTruthy());
});

it("of an edit of a case that was closed stays what the person typed, and nothing that was read", async () => {
  await showOpen(<CaseDetailView id={found.id} />);
  writeUnsent(replyKey(owner, found.id), {
    text: "我写的答复",
    language: "zh",
    over: "别人的草稿",
  });
  await user.click(screen.getByRole("button", { name: /^修\s?改$/ }));
  const address = await screen.findByRole("textbox", { name: /^地址/ });
  await user.clear(address);
  await user.type(address, "中山路 8 号");
  answer(404);
  await hinted();
  expect(await screen.findByRole("region", { name: "您填写而没有保存的内容" })).toBeTruthy();
  const page = document.body.textContent;
  expect(page).toContain("中山路 8 号");
  expect(page).toContain("我写的答复");
  for (const read of [found.content, found.title, found.citizen_name]) {
    expect(page).not.toContain(read);
  }
  const kept = JSON.stringify([
    readUnsent(editKey(owner, found.id)),
    readUnsent(replyKey(owner, found.id)),
  ]);
  expect(kept).toContain("中山路 8 号");
  expect(kept).not.toContain(found.content);
  expect(kept).not.toContain("别人的草稿");

  listen({ [`/api/cases/${found.id}`]: found });
  await hinted();
  await screen.findByText(found.content, { selector: "p" });
  await user.click(screen.getByRole("button", { name: "不要了" }));
  expect(document.body.textContent).not.toContain("中山路 8 号");
  expect(readUnsent(editKey(owner, found.id))).toBeNull();
  expect(readUnsent(replyKey(owner, found.id))).not.toBeNull();
});

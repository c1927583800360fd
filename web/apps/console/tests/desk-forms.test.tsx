// @vitest-environment jsdom

import type { CaseOpened } from "@lianxin/api";
import { onComputer } from "@lianxin/i18n";
import { cleanup, screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DraftDesk, DraftDeskContext, useDeskState } from "../src/features/desk/draft-desk";
import { DraftForm } from "../src/features/desk/draft-form";
import { Result } from "../src/features/desk/result";
import { KeysProvider } from "../src/shared/keys";
import { network } from "./browser";
import { accepted, answerOf, listen, show } from "./harness";

const opened = answerOf<CaseOpened>("case-opened");
const MESSAGE = "填写的内容有误，请检查标出的各项。";

let desk: DraftDesk;

beforeAll(() => {
  Element.prototype.checkVisibility ??= () => true; // jsdom has none
});
beforeEach(() => {
  localStorage.clear();
  desk = new DraftDesk("shifan.9000", onComputer, Date.now);
});

function Desk() {
  const { drafts, active, results } = useDeskState();
  const draft = drafts.find(({ id }) => id === active);
  const result = results[active];
  if (result !== undefined) return <Result opened={result} onDone={() => desk.close(active)} />;
  return draft === undefined ? null : <DraftForm key={active} draft={draft} />;
}

function open(): void {
  show(
    <KeysProvider>
      <DraftDeskContext value={desk}>
        <Desk />
      </DraftDeskContext>
    </KeysProvider>,
  );
}

const text = (name: RegExp) => screen.getByRole("textbox", { name });
const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));
const WRITTEN = { type: "complaint", title: "路灯不亮", content: "三天了" } as const;

/** A server that answers when the test says so. */
function slow() {
  const bodies: unknown[] = [];
  let answer: (response: Response) => void = () => undefined;
  network.answer = async (request) => {
    bodies.push(await request.json());
    return new Promise((done) => {
      answer = done;
    });
  };
  return { bodies, answer: () => answer(Response.json(opened, { status: 201 })) };
}

describe("the draft of a case", () => {
  it("is filed as the API takes it, and its number and code are shown", async () => {
    const sent = listen({}, () => ({ status: 201, body: opened }));
    open();
    await user.click(screen.getByRole("radio", { name: "投诉" }));
    await user.type(text(/^标题/), "路灯不亮");
    await user.type(text(/^内容/), "三天了");
    await user.type(text(/^联系电话/), "138 0000 0001");
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText("工单已提交")).toBeTruthy();
    expect(accepted(sent).body).toMatchObject({ ...WRITTEN, phone: "13800000001", call: null });
    expect(document.querySelector(".result-figures")?.textContent).toContain(
      opened.code?.slice(0, 3),
    );
  });

  it("is not sent before it is filled in: the first gap has the keyboard", async () => {
    const sent = listen({});
    desk.change(desk.get().active, { type: "complaint" });
    open();
    await press(/^提交工单/);
    expect(await screen.findByText("请填写标题")).toBeTruthy();
    expect(screen.getByText("还有 2 项需要填写")).toBeTruthy();
    expect(document.activeElement).toBe(text(/^标题/));
    await user.type(text(/^标题/), "灯");
    await waitFor(() => expect(screen.queryByText("请填写标题")).toBeNull());
    await user.clear(text(/^标题/));
    expect(await screen.findByText("请填写标题")).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it("says of a number at once that it is none", async () => {
    open();
    await user.type(text(/^联系电话/), "手机");
    expect(await screen.findByText(/^电话只能由/)).toBeTruthy();
  });

  it("is marked where the API names it, and keeps every word", async () => {
    const fields = [{ field: "address", type: "string_too_long", limits: {} }];
    const error = { code: "request.invalid", message: MESSAGE, details: { fields } };
    listen({}, () => ({ status: 422, body: { error } }));
    desk.change(desk.get().active, { ...WRITTEN, address: "和平路" });
    open();
    await press(/^提交工单/);
    await waitFor(() => expect(screen.getAllByText(MESSAGE)).toHaveLength(2));
    const address = text(/^地址/);
    expect(address.getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(address);
    expect(address).toHaveProperty("value", "和平路");
    await user.type(address, "1 号");
    expect(address.getAttribute("aria-invalid")).not.toBe("true");
    expect(desk.get().drafts[0]?.fields.address).toBe("和平路1 号");
  });

  it("is sent once and whole, whatever is pressed and whichever page is shown meanwhile", async () => {
    const { bodies, answer } = slow();
    const id = desk.get().active;
    desk.change(id, WRITTEN);
    open();
    await user.click(text(/^标题/));
    await user.keyboard("{Control>}{Enter}{Enter}{/Control}{Enter}");
    await waitFor(() => expect(bodies).toHaveLength(1));
    expect(text(/^标题/)).toHaveProperty("readOnly", true);
    cleanup();
    open(); // another page was shown, and the desk again
    await press(/正在提交/);
    await user.keyboard("{Control>}{Enter}{/Control}");
    desk.change(id, { title: "不算数" });
    desk.remove(id);
    answer();
    expect(await screen.findByText("工单已提交")).toBeTruthy();
    expect(bodies).toHaveLength(1);
    expect(desk.get().results[id]?.code).toBe(opened.code);
    expect(localStorage.length).toBe(0);
  });

  it("says why it was not filed also to who comes back to it", async () => {
    const message = "系统暂时无法存取数据，通话不受影响，请稍后重试。";
    const error = { code: "service.database_unavailable", message, details: {} };
    listen({}, () => ({ status: 503, body: { error } }));
    desk.change(desk.get().active, WRITTEN);
    open();
    await press(/^提交工单/);
    expect(await screen.findByText(message)).toBeTruthy();
    cleanup();
    open();
    expect(screen.getByText(message)).toBeTruthy();
    const sent = listen({}, () => ({ status: 201, body: opened }));
    await press(/^提交工单/);
    expect(await screen.findByText("工单已提交")).toBeTruthy();
    expect(accepted(sent).body).toMatchObject(WRITTEN);
  });

  it("shows the number that a call brings into it", async () => {
    open();
    desk.openForCall({ id: "c1", caller: "13800000001" });
    await waitFor(() => expect(text(/^联系电话/)).toHaveProperty("value", "138****0001"));
    await user.click(text(/^联系电话/));
    expect(text(/^联系电话/)).toHaveProperty("value", "13800000001");
  });
});

// @vitest-environment jsdom
/** One person's drafts in several tabs of one browser. */
import type { CaseOpened } from "@lianxin/api";
import { guarded, onComputer } from "@lianxin/i18n";
import { screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { OneDraft } from "../src/features/desk/desk-page";
import {
  type DraftChannel,
  type DraftMessage,
  openDraftChannel,
} from "../src/features/desk/draft-channel";
import { DraftDesk, DraftDeskContext, useDeskState } from "../src/features/desk/draft-desk";
import { FiledElsewhere } from "../src/features/desk/filed-elsewhere";
import { fileDraft } from "../src/features/desk/filing";
import { Result } from "../src/features/desk/result";
import { KeysProvider } from "../src/shared/keys";
import { network } from "./browser";
import { answerOf, show } from "./harness";

type Listener = (message: DraftMessage) => void;

/** The tabs of a browser: what one says the others hear, at once or when `late` is emptied. */
class Browser {
  private readonly tabs = new Map<DraftChannel, Listener>();
  readonly late: (() => void)[] = [];
  slow = false;
  private clock = 1;

  open(storage: ConstructorParameters<typeof DraftDesk>[1] = onComputer): DraftDesk {
    const desk = new DraftDesk("shifan.8001", storage, () => this.clock++);
    const channel: DraftChannel = {
      say: (message) => this.deliver(channel, structuredClone(message)),
      hear: (listener) => void this.tabs.set(channel, listener),
      close: () => void this.tabs.delete(channel),
    };
    desk.join(channel);
    return desk;
  }

  private deliver(from: DraftChannel, message: DraftMessage): void {
    for (const [channel, listener] of this.tabs) {
      if (channel === from) continue;
      if (this.slow) this.late.push(() => listener(message));
      else listener(message);
    }
  }
}

const opened = answerOf<CaseOpened>("case-opened");
const WRITTEN = { type: "complaint", title: "路灯不亮", content: "三天了" } as const;

let browser: Browser;
let id: string;
let one: DraftDesk;
let two: DraftDesk;

const fieldsIn = (desk: DraftDesk) => desk.get().drafts.find((each) => each.id === id)?.fields;
const draftIn = (desk: DraftDesk) => desk.begin(id) ?? expect.unreachable("nothing to file");

/** Both tabs have the same draft. */
beforeEach(() => {
  localStorage.clear();
  browser = new Browser();
  one = browser.open();
  id = one.get().active;
  one.change(id, WRITTEN);
  two = browser.open();
});

describe("a draft in two tabs", () => {
  it("has what was typed in either, in both and in a third", () => {
    two.change(id, { content: "四天了" });
    one.change(id, { address: "和平路 1 号" });
    const both = { ...WRITTEN, content: "四天了", address: "和平路 1 号" };
    expect(fieldsIn(one)).toMatchObject(both);
    expect(fieldsIn(two)).toMatchObject(both);
    expect(fieldsIn(browser.open())).toMatchObject(both);
  });

  it("loses no field when neither has heard of the other yet", () => {
    browser.slow = true;
    two.change(id, { content: "四天了" });
    one.change(id, { address: "和平路 1 号" });
    expect(fieldsIn(browser.open())).toMatchObject({ content: "四天了", address: "和平路 1 号" });
    for (const hear of browser.late) hear();
    expect(fieldsIn(one)).toEqual(fieldsIn(two));
    expect(fieldsIn(one)).toMatchObject({ content: "四天了", address: "和平路 1 号" });
  });

  it("has it where the computer keeps nothing, too", () => {
    const forbidden = guarded(() => {
      throw new DOMException("denied", "SecurityError");
    });
    const three = browser.open(forbidden);
    three.create();
    const other = three.get().active;
    three.change(other, { title: "井盖" });
    expect(three.get().saved).toBe(false);
    const there = one.get().drafts.find((each) => each.id === other);
    expect(there?.fields.title).toBe("井盖");
    one.change(other, { content: "缺了" });
    three.change(other, { address: "和平路" });
    const here = three.get().drafts.find((each) => each.id === other);
    expect(here?.fields).toMatchObject({ title: "井盖", content: "缺了", address: "和平路" });
  });

  it("goes from both when it is deleted in one, and comes back to both", () => {
    const restore = two.remove(id);
    expect(fieldsIn(one)).toBeUndefined();
    restore();
    expect(fieldsIn(one)).toMatchObject(WRITTEN);
  });

  it("stays where somebody has written in it since it was deleted elsewhere", () => {
    browser.slow = true;
    two.remove(id);
    one.change(id, { content: "四天了" });
    for (const hear of browser.late) hear();
    expect(fieldsIn(one)).toMatchObject({ content: "四天了" });
    expect(fieldsIn(browser.open())).toMatchObject({ content: "四天了" });
  });

  it("goes over a channel that browsers have", async () => {
    const leave = [one, two].map((desk) => desk.join(openDraftChannel("shifan.8001")));
    two.change(id, { content: "四天了" });
    await waitFor(() => expect(fieldsIn(one)).toMatchObject({ content: "四天了" }));
    for (const close of leave) close();
  });
});

/** A server that keeps what each key was used for, and the case as it was changed since. */
function server() {
  const filed = new Map<string, string>();
  const changes: unknown[] = [];
  network.answer = async (request) => {
    const text = await request.text();
    if (request.method === "POST") {
      const key = request.headers.get("Idempotency-Key") ?? "";
      const known = filed.get(key);
      if (known !== undefined && known !== text) {
        const error = { code: "case.request_reused", message: "已用过", details: {} };
        return Response.json({ error }, { status: 409 });
      }
      filed.set(key, text);
      const code = known === undefined ? opened.code : null;
      return Response.json({ case: { ...opened.case, ...JSON.parse(text) }, code });
    }
    changes.push(JSON.parse(text));
    return Response.json({ ...opened.case, ...JSON.parse(text), version: 2 });
  };
  return { filed, changes };
}

function Desk({ desk }: { desk: DraftDesk }) {
  const { drafts, results } = useDeskState();
  const draft = drafts.find((each) => each.id === id);
  const result = results[id];
  if (result !== undefined) return <Result opened={result} onDone={() => desk.close(id)} />;
  return draft === undefined ? null : <OneDraft draft={draft} />;
}

function open(desk: DraftDesk): void {
  show(
    <KeysProvider>
      <DraftDeskContext value={desk}>
        <Desk desk={desk} />
      </DraftDeskContext>
    </KeysProvider>,
  );
}

describe("a draft that another tab filed", () => {
  it("says so and leads to the case, and is no draft any more", async () => {
    server();
    open(one);
    two.filed(id, await fileDraft(draftIn(two), two));
    expect(
      await screen.findByText(new RegExp(`另一窗口提交为工单 ${opened.case.number}`)),
    ).toBeTruthy();
    const link = screen.getByRole("link", { name: "查看工单" });
    expect(link.getAttribute("href")).toBe(`/cases/${opened.case.id}`);
    expect(one.begin(id)).toBeNull();
    expect(localStorage.length).toBe(0);
    await user.click(screen.getByRole("button", { name: "继续受理" }));
    expect(fieldsIn(one)).toBeUndefined();
  });

  it("takes what was written meanwhile into that case, and makes no second one", async () => {
    const at = server();
    open(one);
    browser.slow = true;
    const sent = draftIn(two);
    one.change(id, { content: "四天了" });
    two.filed(id, await fileDraft(sent, two));
    for (const hear of browser.late.splice(0)) hear();
    expect(await screen.findByText(/还有未写入该工单的内容/)).toBeTruthy();
    expect(screen.getByRole("textbox", { name: /^内容/ })).toHaveProperty("value", "四天了");
    expect(fieldsIn(browser.open())).toMatchObject({ content: "四天了" });
    await user.click(screen.getByRole("button", { name: /^提交工单/ }));
    expect(await screen.findByText("工单已提交")).toBeTruthy();
    expect(at.changes).toEqual([{ version: opened.case.version, content: "四天了" }]);
    expect(at.filed.size).toBe(1);
  });

  it("at the same moment shows its code there, and says so here", async () => {
    server();
    await fileDraft(draftIn(two), two); // the answer is on its way there
    open(one);
    await user.click(screen.getByRole("button", { name: /^提交工单/ }));
    expect(await screen.findByText("工单已提交")).toBeTruthy();
    expect(screen.getByText("工单号和查询码显示在提交它的窗口中。")).toBeTruthy();
    expect(screen.queryByText(/向市民念两遍/)).toBeNull();
    expect(screen.getByRole("button", { name: "复制工单号" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: /查询码/ })).toBeNull();
  });

  it("is taken up by a tab that was never told, too", async () => {
    const at = server();
    browser.slow = true;
    const filing = fileDraft(draftIn(two), two);
    one.change(id, { content: "四天了" });
    two.filed(id, await filing);
    const made = await fileDraft(draftIn(one), one);
    expect(made.case.content).toBe("四天了");
    expect(at.filed.size).toBe(1);
  });

  it("shows nothing where no other tab has filed it", () => {
    const [draft] = one.get().drafts;
    if (draft === undefined) throw new Error("no draft");
    show(<FiledElsewhere draft={draft} onDone={() => undefined} />);
    expect(screen.queryByText(/另一窗口/)).toBeNull();
  });
});

// @vitest-environment jsdom
import { onComputer } from "@lianxin/i18n";
import { beforeEach, describe, expect, it } from "vitest";
import { DraftDesk } from "../src/features/desk/draft-desk";
import { bodyOf, fileDraft } from "../src/features/desk/filing";
import { network } from "./browser";

const error = (status: number, code: string) =>
  Response.json({ error: { code, message: code } }, { status });

/** A server that keeps what each key was used for, and loses the answers it is told to lose. */
function server() {
  const filed = new Map<string, string>();
  const changes: unknown[] = [];
  const state = { lose: 0, refuse: 0, filed, changes };
  const open = (key: string, text: string) => {
    if (state.refuse > 0) {
      state.refuse -= 1;
      return error(422, "request.invalid");
    }
    if (filed.has(key) && filed.get(key) !== text) return error(409, "case.request_reused");
    filed.set(key, text);
    if (state.lose > 0) {
      state.lose -= 1;
      throw new TypeError("the network is gone");
    }
    return Response.json({ case: { id: "k1", version: 1, ...JSON.parse(text) }, code: null });
  };
  network.answer = async (request) => {
    const text = await request.text();
    if (request.method === "POST") return open(request.headers.get("Idempotency-Key") ?? "", text);
    changes.push(JSON.parse(text));
    return Response.json({ id: "k1", ...JSON.parse(text), version: 2 });
  };
  return state;
}

let desk: DraftDesk;
const draft = () => {
  const found = desk.get().drafts.find(({ id }) => id === desk.get().active);
  if (found === undefined) throw new Error("no draft");
  return found;
};

beforeEach(() => {
  localStorage.clear();
  desk = new DraftDesk("shifan.8001", onComputer, () => 1);
  desk.change(desk.get().active, { type: "report", title: "路灯不亮", content: "三天了" });
});

describe("a draft", () => {
  it("becomes one case when its answer was lost and a word was changed since", async () => {
    const at = server();
    at.lose = 2; // this page's first try, and one after a reload
    await expect(fileDraft(draft(), desk)).rejects.toThrow();
    desk = new DraftDesk("shifan.8001", onComputer, () => 2);
    await expect(fileDraft(draft(), desk)).rejects.toThrow();
    desk.change(draft().id, { content: "四天了" });
    const opened = await fileDraft(draft(), desk);
    expect(opened.case).toMatchObject({ id: "k1", content: "四天了" });
    expect(at.changes).toEqual([{ version: 1, content: "四天了" }]);
    expect(at.filed.size).toBe(1);
  });

  it("finds the try that was filed among several", async () => {
    const at = server();
    at.lose = 1;
    await expect(fileDraft(draft(), desk)).rejects.toThrow();
    const known = network.answer;
    network.answer = () => Promise.reject(new TypeError("still gone"));
    desk.change(draft().id, { content: "四天了" });
    await expect(fileDraft(draft(), desk)).rejects.toThrow();
    network.answer = known;
    desk.change(draft().id, { content: "五天了" });
    expect((await fileDraft(draft(), desk)).case).toMatchObject({ content: "五天了" });
  });

  it("remembers nothing of a try that was refused", async () => {
    const at = server();
    at.refuse = 1;
    await expect(fileDraft(draft(), desk)).rejects.toThrow("request.invalid");
    expect(draft().sent).toEqual([]);
    expect((await fileDraft(draft(), desk)).case).toMatchObject(bodyOf(draft()));
    expect(at.changes).toEqual([]);
  });
});

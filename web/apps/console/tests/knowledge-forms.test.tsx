// @vitest-environment jsdom
import { act, screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { KnowledgeEntry, KnowledgeNode } from "../src/features/knowledge/data";
import { EntryForm } from "../src/features/knowledge/entry-form";
import { EntryView } from "../src/features/knowledge/entry-view";
import { ImportDialog } from "../src/features/knowledge/import-dialog";
import { accepted, answerOf, listen, type Sent, show } from "./harness";

const entry = answerOf<KnowledgeEntry>("knowledge-entry");
const nodes = answerOf<KnowledgeNode[]>("knowledge");
const reads = { "/api/knowledge/guide": entry, "/api/knowledge/guide/versions": [] };

function open(known: KnowledgeEntry | null) {
  const done = vi.fn();
  show(<EntryForm known={known} parent={null} nodes={nodes} onDone={done} onCancel={vi.fn()} />);
  return done;
}

const title = () => screen.getByRole("textbox", { name: /^标题.*普通话/ });
const save = () => user.click(screen.getByRole("button", { name: "保存" }));

describe("an entry of the knowledge", () => {
  it("is changed as it was read, but for what was typed", async () => {
    const sent = listen({});
    const done = open(entry);
    await user.clear(title());
    await user.type(title(), "办事指引");
    await save();
    await waitFor(() => expect(done).toHaveBeenCalledWith("guide"));
    const { method, path, body } = accepted(sent);
    expect([method, path]).toEqual(["PUT", "/api/knowledge/guide"]);
    expect(body).toMatchObject({ version: entry.version, titles: { zh: "办事指引" } });
  });

  it("is made", async () => {
    const sent = listen({});
    const done = open(null);
    await user.type(screen.getByRole("textbox", { name: /^编码/ }), "guide-x");
    await user.type(title(), "新条目");
    await save();
    await waitFor(() => expect(done).toHaveBeenCalledWith("guide-x"));
    expect(accepted(sent).method).toBe("POST");
  });

  it("keeps what was typed when it is refused, and marks the field", async () => {
    const message = "填写的内容有误，请检查标出的各项。";
    const fields = [{ field: "code", type: "string_pattern_mismatch", limits: {} }];
    listen({}, () => ({
      status: 422,
      body: { error: { code: "request.invalid", message, details: { fields } } },
    }));
    const done = open(null);
    const code = screen.getByRole("textbox", { name: /^编码/ });
    await user.type(code, "Guide!");
    await user.type(title(), "新条目");
    await save();
    await waitFor(() => expect(screen.getAllByText(message)).toHaveLength(2));
    expect(code).toHaveProperty("value", "Guide!");
    const note = document.getElementById(code.getAttribute("aria-describedby") ?? "");
    expect(note?.textContent).toBe(message);
    expect(done).not.toHaveBeenCalled();
  });

  it("is withdrawn", async () => {
    const sent = listen(reads);
    show(<EntryView code="guide" writes nodes={nodes} onRemoved={vi.fn()} />);
    await user.click(await screen.findByRole("button", { name: "撤回为草稿" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toMatchObject({ state: "draft", version: entry.version });
  });
});

describe("an entry that was withdrawn", () => {
  const draft: KnowledgeEntry = { ...entry, state: "draft", version: 2 };
  const old = {
    number: 1,
    at: draft.updated_at,
    by: null,
    title: "旧",
    body: "",
    state: "published",
  };
  const open = (answer: KnowledgeEntry) => {
    const sent = listen(
      { ...reads, "/api/knowledge/guide": draft, "/api/knowledge/guide/versions": [old] },
      () => ({ body: answer }),
    );
    show(<EntryView code="guide" writes nodes={nodes} onRemoved={vi.fn()} />);
    return sent;
  };
  const press = async (name: string) => user.click(await screen.findByRole("button", { name }));

  it("gets an old text back and says that it is still a draft", async () => {
    const sent = open({ ...draft, version: 3 });
    expect((await screen.findByText(/第 1 版/)).textContent).toContain("已发布");
    await press("恢复为此版");
    expect(await screen.findByText(/第 1 版的内容，条目仍为草稿/)).toBeTruthy();
    expect(accepted(sent).body).toEqual({ number: 1, version: 2 });
  });

  for (const [word, change] of [
    ["已发布。没有安装语音合成引擎，电话中不朗读。", { state: "waiting", engine: false }],
    ["已发布。正在制作电话朗读…", { state: "waiting", engine: true }],
    ["已发布，下一位来电人就能听到", { state: "none" }],
  ] as const) {
    it(`is published: ${word}`, async () => {
      open({ ...draft, state: "published", reading: { ...draft.reading, ...change } });
      await press("发布");
      expect(await screen.findByText(word)).toBeTruthy();
    });
  }
});

describe("the import", () => {
  const row = { code: "x", parent: null, title: "新", body: "", state: "draft", faults: [] };
  const would = {
    made: 1,
    changed: 0,
    unchanged: 0,
    refused: 0,
    rows: [{ ...row, row: 1, effect: "new", fields: ["title_zh"] }],
    faults: [],
  };
  const answers =
    (seen: object = would) =>
    ({ path }: { path: string }) => ({
      body: path.endsWith("preview") ? seen : { made: 1, changed: 0 },
    });
  const choose = (bytes: BlobPart, name = "tree.csv") =>
    user.upload(screen.getByLabelText(/文件/), new File([bytes], name));
  const run = () => screen.getByRole<HTMLButtonElement>("button", { name: /导\s?入/ });
  const written = (sent: readonly Sent[]) => sent.filter(({ path }) => path.endsWith("import"));

  it("shows what the file would do, and sends its text when that is confirmed", async () => {
    const sent = listen({}, answers());
    const close = vi.fn();
    show(<ImportDialog onClose={close} />);
    await choose("[]", "tree.json");
    expect((await screen.findByRole("status")).textContent).toContain("新建 1 条");
    expect(screen.getByRole("cell", { name: "新" })).toBeTruthy();
    expect(written(sent)).toEqual([]);
    await user.click(run());
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(accepted(written(sent)).body).toEqual({ text: "[]" });
  });

  it("shows of each row what it would fill, and whether callers would hear it", async () => {
    const slipped = { ...row, state: "published", effect: "new", fields: ["title_zh", "body_en"] };
    listen({}, answers({ ...would, rows: [{ ...slipped, row: 1 }] }));
    show(<ImportDialog onClose={vi.fn()} />);
    await choose("code,title_zh,body_zh,body_en,state");
    expect(await screen.findByRole("cell", { name: "已发布" })).toBeTruthy();
    expect(screen.getByText("title_zh, body_en")).toBeTruthy();
  });

  it("is sent once, however often the button is pressed", async () => {
    const sent = listen({}, answers());
    show(<ImportDialog onClose={vi.fn()} />);
    await choose("[]", "tree.json");
    await screen.findByRole("status");
    act(() => {
      run().click();
      run().click();
    });
    await waitFor(() => expect(written(sent)).toHaveLength(1));
  });

  it("writes nothing that was not understood", async () => {
    const fault = { row: 1, field: "", fault: "too_many_fields", value: "户口本" };
    listen({}, answers({ ...would, refused: 1, faults: [fault] }));
    show(<ImportDialog onClose={vi.fn()} />);
    await choose("code,title_zh\nx,一,户口本");
    expect((await screen.findByRole("listitem")).textContent).toContain("多出");
    expect(run().disabled).toBe(true);
  });

  it("reads GBK as Excel saves it", async () => {
    const sent = listen({}, answers());
    show(<ImportDialog onClose={vi.fn()} />);
    await choose(new Uint8Array([0x78, 0x2c, 0xc4, 0xe3, 0xba, 0xc3]));
    await screen.findByRole("status");
    expect(sent[0]?.body).toEqual({ text: "x,你好" });
  });

  it("says where a file of UTF-8 is none, and sends nothing", async () => {
    const sent = listen({}, answers());
    show(<ImportDialog onClose={vi.fn()} />);
    const before = [...new TextEncoder().encode("code,title_zh\na1,供暖时间\na2,")];
    await choose(new Uint8Array([...before, 0xc4, 0xe3]));
    const told = (await screen.findByRole("alert")).textContent;
    expect(told).toContain("第 3 行第 4 个字");
    expect(sent).toEqual([]);
  });

  it("doubts letters that nobody writes", async () => {
    listen({}, answers());
    show(<ImportDialog onClose={vi.fn()} />);
    await choose(new Uint8Array([0xb0, 0xd3, 0xab, 0x7e, 0xb8, 0xea, 0xb0, 0x54, 0xbb, 0x50]));
    expect(await screen.findByText(/文字看起来是别的编码/)).toBeTruthy();
  });

  it("says of what is no text that it is none", async () => {
    const sent = listen({}, answers());
    show(<ImportDialog onClose={vi.fn()} />);
    await choose(new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xff]));
    expect((await screen.findByRole("alert")).textContent).toContain("读不出");
    expect(sent).toEqual([]);
  });
});

// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { KnowledgeEntry, KnowledgeNode } from "../src/features/knowledge/data";
import { EntryForm } from "../src/features/knowledge/entry-form";
import { EntryView } from "../src/features/knowledge/entry-view";
import { ImportDialog } from "../src/features/knowledge/import-dialog";
import { accepted, answerOf, listen, show } from "./harness";

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

describe("the import", () => {
  it("sends the text of the file", async () => {
    const sent = listen({}, () => ({ body: { made: 1, changed: 0 } }));
    const close = vi.fn();
    show(<ImportDialog onClose={close} />);
    const file = new File(["[]"], "tree.json", { type: "application/json" });
    await user.upload(screen.getByLabelText(/文件/), file);
    await user.click(screen.getByRole("button", { name: /导\s?入/ }));
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(accepted(sent).body).toEqual({ text: "[]" });
  });
});

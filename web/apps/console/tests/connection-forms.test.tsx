// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { ConnectionForm } from "../src/features/connections/connection-form";
import { ConnectionTrial } from "../src/features/connections/connection-trial";
import { ConnectionView } from "../src/features/connections/connection-view";
import type { Connection } from "../src/features/connections/data";
import { accepted, answerOf, listen, refused, show } from "./harness";

const connections = answerOf<Connection[]>("connections");
const of = (kind: Connection["kind"]) => connections.find((row) => row.kind === kind) as Connection;

const text = (name: RegExp) => screen.getByRole("textbox", { name });
const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));

/** Above the form, and at the field. */
const bothSay = (message: string) =>
  waitFor(() => expect(screen.getAllByText(message)).toHaveLength(2));

describe("a connection is refused", () => {
  const open = (known: Connection) =>
    show(<ConnectionForm known={known} onDone={vi.fn()} onCancel={vi.fn()} />);

  it("for its address, which is marked", async () => {
    const message = "服务地址应以 http:// 或 https:// 开头，不能含有用户名、问号或井号。";
    listen({}, refused("connection.bad_address", message, "base_url"));
    open(of("http"));
    await user.clear(text(/^服务地址/));
    await user.type(text(/^服务地址/), "ftp://water.example");
    await press("保存");
    await bothSay(message);
    expect(document.activeElement).toBe(text(/^服务地址/));
    expect(text(/^服务地址/)).toHaveProperty("value", "ftp://water.example");
  });

  it("for one of its statements, which is marked", async () => {
    const message = "查询 due 有误：只能写一条以 SELECT 或 WITH 开头的语句，参数写作 %(名称)s。";
    listen({}, refused("connection.bad_statement", message, "queries.0.sql"));
    open(of("postgresql"));
    const sql = text(/^语句$/);
    await user.clear(sql);
    await user.type(sql, "DELETE FROM permit");
    await press("保存");
    await bothSay(message);
    expect(document.activeElement).toBe(sql);
    expect(sql.getAttribute("aria-invalid")).toBe("true");
  });
});

describe("a connection is tried", () => {
  it("with a statement and its values, and nothing that is not asked for", async () => {
    const sent = listen({}, () => ({ body: { outcome: "none", reason: "", values: {} } }));
    const row = of("postgresql");
    show(<ConnectionTrial row={row} />);
    await user.type(text(/^number/), "A-1{Enter}");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toMatchObject({ query: "due", values: { number: "A-1" } });
    expect((await screen.findByRole("status")).textContent).toBe("没有符合的行");
  });

  it("with lines that can be read only", async () => {
    const sent = listen({}, () => ({ body: { outcome: "ok", reason: "", values: { a: 1 } } }));
    show(<ConnectionTrial row={of("http")} />);
    await user.type(text(/^取值/), "amount");
    await press("查询");
    expect(await screen.findByText(/^每行写成/)).toBeTruthy();
    expect(sent).toEqual([]);
    await user.type(text(/^取值/), " = data.amount\n\nb=c");
    await press("查询");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toMatchObject({ picks: { amount: "data.amount", b: "c" } });
  });

  it("and the API says which line is wrong", async () => {
    const message = "填写的内容有误，请检查标出的各项。";
    listen({}, refused("request.invalid", message, "picks.amount"));
    show(<ConnectionTrial row={of("http")} />);
    await user.type(text(/^取值/), "amount = x");
    await press("查询");
    await bothSay(message);
    expect(document.activeElement).toBe(text(/^取值/));
    cleanup();
    show(<ConnectionTrial row={of("http")} />);
    await press("恢复");
    expect(text(/^取值/)).toHaveProperty("value", "amount = x");
  });
});

describe("a connection", () => {
  it("is opened for a change, and closed by it", async () => {
    const sent = listen({});
    const row = of("http");
    show(<ConnectionView row={row} onRemoved={vi.fn()} />);
    await press(/修\s?改/);
    await user.type(text(/^名称/), "二");
    await press("保存");
    await screen.findByRole("heading", { name: "试一试" });
    expect(accepted(sent).body).toMatchObject({ name: `${row.name}二`, version: row.version });
  });

  it("is removed after somebody said so", async () => {
    const sent = listen({});
    const removed = vi.fn();
    show(<ConnectionView row={of("http")} onRemoved={removed} />);
    await press(/删\s?除/);
    const dialog = await screen.findByRole("dialog");
    expect(sent).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: /删\s?除/ }));
    await waitFor(() => expect(removed).toHaveBeenCalledOnce());
    expect(sent[0]).toMatchObject({ method: "DELETE", path: "/api/connections/water" });
  });
});

describe("a connection is deleted", () => {
  it("after all that uses it was counted and named", async () => {
    listen({});
    const used_by = [{ code: "hall", name: "大厅", state: "published" as const }];
    const row = { ...of("http"), used_by, sends_notices: true };
    show(<ConnectionView row={row} onRemoved={vi.fn()} />);
    await press(/^删\s?除$/);
    const dialog = within(await screen.findByRole("dialog"));
    dialog.getByText("2 处正在使用：");
    dialog.getByText(/^短信网关/);
    dialog.getByText("流程“大厅”（hall），已发布");
  });
});

// @vitest-environment jsdom
/** 两步验证 on 登录与安全: set up, replaced, its recovery codes renewed, switched off. */
import type { OwnFactorRead } from "@lianxin/api";
import { screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { CodesDialog } from "../src/features/security/second-factor/codes-dialog";
import { FactorSection } from "../src/features/security/second-factor/factor-section";
import { SetUpDialog } from "../src/features/security/second-factor/set-up-dialog";
import { accepted, answerOf, listen, refused, type Sent, show } from "./harness";

const AT = "/api/session/second-factor";
const none = answerOf<OwnFactorRead>("second-factor");
const on: OwnFactorRead = { ...none, on_since: "2026-03-02T01:00:00Z", codes_left: 10 };
const begun = { uri: "otpauth://totp/shifan%208001?secret=ABCDEFGHIJ", key: "ABCDEFGHIJ" };
const codes = ["k3mw-9qfd-x7ra", "p2nh-8bcy-w4ts"];
const WRONG = "动态码或备用码不正确，或已经用过。";

const press = (name: string) => user.click(screen.getByRole("button", { name }));
const typed = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label);

/** The section of somebody whose second factor stands so; what comes of each write, by its path. */
function open(factor: OwnFactorRead, replies: Record<string, (sent: Sent) => Reply> = {}) {
  const reads: Record<string, unknown> = { [AT]: factor };
  const sent = listen(reads, (one) => {
    const reply = replies[one.path]?.(one);
    if (reply !== undefined) return reply;
    return { body: one.path === AT ? begun : { codes } };
  });
  show(<FactorSection />);
  return { sent, reads };
}
type Reply = ReturnType<ReturnType<typeof refused>>;

async function begin(factor: OwnFactorRead): Promise<HTMLElement> {
  await press(factor === none ? "启用" : "更换手机");
  const dialog = await screen.findByRole("dialog");
  await user.type(typed(/^登录密码/), "geheim");
  if (factor !== none) await user.type(typed(/^动态码/), "654321");
  await user.keyboard("{Enter}");
  await within(dialog).findByText("ABCD EFGH IJ");
  return dialog;
}

describe("a second factor", () => {
  it("is set up in three steps, and its recovery codes are told once", async () => {
    const { sent, reads } = open(none);
    expect(await screen.findByText("未启用")).toBeTruthy();
    const dialog = await begin(none);
    expect(accepted(sent)).toMatchObject({ path: AT, body: { password: "geheim", code: "" } });
    const picture = within(dialog).getByRole("img", { name: /^二维码/ });
    const fills = [...picture.querySelectorAll("path")].map((path) => path.getAttribute("fill"));
    expect(fills).toEqual(["Canvas", "CanvasText"]); // dark on light in both themes
    await waitFor(() => expect(typed(/^动态码/)).toBe(document.activeElement));
    reads[AT] = on;
    await user.keyboard("123456{Enter}");
    await within(dialog).findByText("第 3 步，共 3 步");
    expect(accepted(sent.slice(-1))).toMatchObject({
      path: `${AT}/confirmation`,
      body: { code: "123456" },
    });
    for (const code of codes) expect(within(dialog).getByText(code)).toBeTruthy();
    expect(await screen.findByText("已启用")).toBeTruthy(); // what lies behind knows it already
    expect(within(dialog).getByText("启用两步验证")).toBeTruthy();
    await user.keyboard("{Escape}");
    const done = within(dialog).getByRole<HTMLButtonElement>("button", { name: "完成" });
    expect(done.disabled).toBe(true);
    await user.click(within(dialog).getByRole("checkbox", { name: "已妥善保存" }));
    await user.click(done);
    await waitFor(() => expect(screen.queryByText(codes[0] as string)).toBeNull());
    expect(await screen.findByText(/^两步验证已启用/)).toBeTruthy();
    expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/geheim|ABCDEFGH|k3mw/);
  });

  it("prints its recovery codes with whose they are", async () => {
    const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
    show(<CodesDialog codes={codes} onDone={() => undefined} />);
    await press("打印");
    expect(print).toHaveBeenCalledOnce();
    const sheet = document.querySelector(".print-sheet")?.textContent;
    for (const each of ["示范市", "9000", ...codes]) expect(sheet).toContain(each);
    print.mockRestore();
  });

  it("loses nothing on an error: what is wrong is marked, and the key stays", async () => {
    open(none, { [`${AT}/confirmation`]: refused("session.code_wrong", WRONG, "code") });
    await screen.findByText("未启用");
    const dialog = await begin(none);
    await user.type(typed(/^动态码/), "000000{Enter}");
    await waitFor(() => expect(typed(/^动态码/).getAttribute("aria-invalid")).toBe("true"));
    expect(within(dialog).getByText("ABCD EFGH IJ")).toBeTruthy();
  });

  it.each([
    [none, /^没有启用/],
    [on, /^没有更换：原手机仍然有效/],
  ])("left in the middle, says what is in force", async (factor, said) => {
    const { sent } = open(factor);
    await screen.findByText(factor === none ? "未启用" : "已启用");
    await begin(factor);
    await user.keyboard("{Escape}");
    expect(await screen.findByText(said)).toBeTruthy();
    expect(sent).toHaveLength(1);
  });

  it("left before a key was made says nothing", async () => {
    const closed = vi.fn();
    show(<SetUpDialog on={false} onClose={closed} />);
    await press("取消");
    expect(closed).toHaveBeenCalledOnce();
    expect(screen.queryByText(/^没有启用/)).toBeNull();
  });

  it("gets new recovery codes, which are told once", async () => {
    const { sent } = open({ ...on, codes_left: 3 });
    expect(await screen.findByText("备用码只剩 3 个，请重新生成")).toBeTruthy();
    await press("重新生成备用码");
    await user.type(typed(/^登录密码/), "geheim");
    await user.type(typed(/^动态码/), "654321{Enter}");
    await screen.findByText(codes[0] as string, { selector: ".ant-modal code" });
    expect(accepted(sent)).toMatchObject({
      path: `${AT}/recovery-codes`,
      body: { password: "geheim", code: "654321" },
    });
  });

  it("is switched off by who proves that it is theirs", async () => {
    const { sent, reads } = open(on, {
      [`${AT}/removal`]: ({ body }) =>
        (body as { code: string }).code === "654321"
          ? { body: none }
          : refused("session.code_wrong", WRONG, "code")(),
    });
    expect(await screen.findByText("备用码还剩 10 个")).toBeTruthy();
    await press("关闭");
    await user.type(typed(/^登录密码/), "geheim");
    await user.type(typed(/^动态码/), "000000{Enter}");
    await waitFor(() => expect(typed(/^动态码/).getAttribute("aria-invalid")).toBe("true"));
    expect(typed(/^登录密码/).value).toBe("geheim");
    await user.clear(typed(/^动态码/));
    reads[AT] = none;
    await user.type(typed(/^动态码/), "654321{Enter}");
    expect(await screen.findByText("未启用")).toBeTruthy();
    expect(accepted(sent.slice(-1)).path).toBe(`${AT}/removal`);
  });

  it("that a role needs is replaced, and not switched off", async () => {
    open({ ...on, demanded: true });
    expect(await screen.findByText(/^您的角色必须启用两步验证/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "更换手机" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "关闭" })).toBeNull();
  });
});

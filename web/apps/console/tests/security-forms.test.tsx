// @vitest-environment jsdom
/** 登录与安全: one's own password and logins, and the password that must be changed first. */
import type { OwnLogin, Session } from "@lianxin/api";
import { screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { PasswordDue } from "../src/app/session/password-due";
import { LoginsList } from "../src/features/security/logins-list";
import { PasswordForm } from "../src/features/security/password-form";
import { accepted, answerOf, listen, refused, show } from "./harness";

const session = answerOf<Session>("session");
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(new RegExp(`^${label}`));
const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));

async function fill(old: string, next: string, again = next): Promise<void> {
  await user.type(field("原密码"), old);
  await user.type(field("新密码"), next);
  await user.type(field("确认新密码"), again);
}

it("a password is changed as the API takes it, and nothing of it is kept", async () => {
  const changed = vi.fn();
  const sent = listen({}, () => ({ body: session }));
  show(<PasswordForm onChanged={changed} />);
  await fill("lianxin-demo", "regen-teich-47");
  expect(JSON.stringify({ ...sessionStorage })).not.toContain("regen");
  await press("修改密码");
  await waitFor(() => expect(changed).toHaveBeenCalledWith(session));
  expect(accepted(sent)).toMatchObject({
    method: "POST",
    path: "/api/session/password",
    body: { old: "lianxin-demo", new: "regen-teich-47" },
  });
  await waitFor(() => expect(field("新密码").value).toBe(""));
});

it("two new passwords that differ are not sent", async () => {
  const sent = listen({});
  show(<PasswordForm onChanged={() => undefined} />);
  await fill("lianxin-demo", "regen-teich-47", "regen-teich-48");
  await press("修改密码");
  expect(await screen.findByText("两次输入的新密码不一致")).toBeTruthy();
  expect(sent).toHaveLength(0);
});

it.each([
  ["password.wrong", "old", "原密码", "原密码不正确。"],
  ["password.too_common", "new", "新密码", "这个密码太常见，容易被猜到，请换一个。"],
])("%s marks its field, and what was typed stays", async (code, name, label, message) => {
  const sent = listen({}, refused(code, message, name));
  show(<PasswordForm onChanged={() => undefined} />);
  await fill("x", "123456789012");
  await press("修改密码");
  await waitFor(() => expect(field(label).getAttribute("aria-invalid")).toBe("true"));
  expect(screen.getAllByText(message).length).toBeGreaterThan(0);
  expect(field("新密码").value).toBe("123456789012");
  expect(sent).toHaveLength(1);
});

it("a login elsewhere is ended, and the one that asks has no button", async () => {
  const one: OwnLogin = {
    id: 1,
    begun_at: "2026-03-02T01:00:00Z",
    seen_at: "2026-03-02T01:00:00Z",
    until: "2026-03-02T13:00:00Z",
    address: "192.0.2.1",
    browser: "Chrome 130 · Windows",
    current: true,
  };
  const other = { ...one, id: 2, address: "192.0.2.2", browser: "", current: false };
  const sent = listen({ "/api/session/logins": [one, other] });
  show(<LoginsList />);
  expect(await screen.findByText("当前")).toBeTruthy();
  expect(screen.getAllByRole("button")).toHaveLength(1);
  await press("结束 未知浏览器（192.0.2.2）的登录");
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ method: "DELETE", path: "/api/session/logins/2" });
});

it("who has a first password changes it or leaves", async () => {
  const left = vi.fn();
  const changed = vi.fn();
  listen({}, () => ({ body: session }));
  const due = { ...session, password_due: true };
  show(<PasswordDue session={due} onChanged={changed} onSignOut={left} />);
  expect(screen.getByRole("heading", { name: "请先修改初始密码" })).toBeTruthy();
  await fill("k3mw-9qfd-x7ra", "regen-teich-47{Enter}");
  await waitFor(() => expect(changed).toHaveBeenCalled());
  await press(/退出登录/);
  expect(left).toHaveBeenCalled();
});

// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { LoginPage } from "../src/app/session/login-page";
import { network } from "./browser";
import { accepted, answerOf, listen, show } from "./harness";

it("who presses Enter before the list of centres has come is signed in when it comes", async () => {
  const session = answerOf("session");
  const centres = [{ code: "shifan", name: "示范市", demo: true }];
  const sent = listen({ "/api/centres": centres }, () => ({ body: session }));
  const answer = network.answer;
  let come = () => {};
  const listed = new Promise<void>((done) => {
    come = done;
  });
  network.answer = async (request) => {
    if (new URL(request.url).pathname === "/api/centres") await listed;
    return answer(request);
  };
  const signedIn = vi.fn();
  show(<LoginPage ended={null} onSignedIn={signedIn} />);
  await user.type(screen.getByLabelText("工号"), "8001");
  await user.type(screen.getByLabelText("密码"), "geheim{Enter}");
  expect(await screen.findByText(/请选择/)).toBeTruthy();
  come();
  await waitFor(() => expect(signedIn).toHaveBeenCalledWith(session));
  expect(sent[0]?.body).toMatchObject({ centre: "shifan", number: "8001" });
  const centre = screen.getByRole("combobox", { name: "热线中心" });
  expect(centre.getAttribute("aria-invalid")).not.toBe("true");
  expect(screen.getByText(/这是演示系统/)).toBeTruthy();
});

const code = () => screen.getByLabelText<HTMLInputElement>("动态码");
const press = (name: string) => user.click(screen.getByRole("button", { name }));
const no = (code: string, status = 401, ...fields: string[]) => ({
  status,
  body: { error: { code, message: code, details: { fields: fields.map((field) => ({ field })) } } },
});

/** Somebody whose password was right and who has a second factor; what comes of each code. */
async function halfIn(answers: Record<string, { status?: number; body: unknown }>) {
  const centres = [{ code: "shifan", name: "示范市", demo: true }];
  const sent = listen({ "/api/centres": centres }, ({ body }) => {
    const given = (body as { code: string }).code;
    return answers[given] ?? no("session.code_due");
  });
  const signedIn = vi.fn();
  show(<LoginPage ended={null} onSignedIn={signedIn} />);
  await screen.findByText("示范市");
  await user.type(screen.getByLabelText("工号"), "8001");
  await user.type(screen.getByLabelText("密码"), "geheim{Enter}");
  await screen.findByLabelText("动态码");
  return { sent, signedIn };
}

it("who has a second factor is asked for a code, and sends the same with it", async () => {
  const session = answerOf("session");
  const wrong = no("session.code_wrong", 422, "code");
  const { sent, signedIn } = await halfIn({ "000000": wrong, "123 456": { body: session } });
  expect(code()).toBe(document.activeElement);
  expect(code().autocomplete).toBe("one-time-code");
  expect(screen.queryByText("session.code_due")).toBeNull();
  await user.keyboard("000000{Enter}");
  expect(await screen.findByText("session.code_wrong")).toBeTruthy();
  expect(code().value).toBe("");
  expect(code().getAttribute("aria-invalid")).toBe("true");
  expect(code()).toBe(document.activeElement);
  await user.keyboard("123 456{Enter}");
  await waitFor(() => expect(signedIn).toHaveBeenCalledWith(session));
  expect(accepted(sent.slice(-1)).body).toEqual({
    centre: "shifan",
    number: "8001",
    password: "geheim",
    code: "123 456",
  });
  expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain("geheim");
});

it("too many codes are told as too many passwords are, and what was typed stays", async () => {
  await halfIn({ "000000": no("session.too_many_attempts", 429) });
  await user.keyboard("000000{Enter}");
  expect((await screen.findByRole("alert")).textContent).toBe("session.too_many_attempts");
  expect(code().value).toBe("000000");
});

it("a recovery code is good without the telephone", async () => {
  const { signedIn } = await halfIn({ "k3mw-9qfd-x7ra": { body: answerOf("session") } });
  await press("使用备用码");
  const field = screen.getByLabelText("备用码");
  expect(field).toBe(document.activeElement);
  await user.keyboard("k3mw-9qfd-x7ra{Enter}");
  await waitFor(() => expect(signedIn).toHaveBeenCalled());
});

it("who goes back has their number still, and no password", async () => {
  await halfIn({});
  await press("返回");
  expect(screen.getByLabelText<HTMLInputElement>("工号").value).toBe("8001");
  const password = screen.getByLabelText<HTMLInputElement>("密码");
  expect(password.value).toBe("");
  expect(password).toBe(document.activeElement);
});

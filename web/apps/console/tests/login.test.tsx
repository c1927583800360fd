// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { LoginPage } from "../src/app/session/login-page";
import { network } from "./browser";
import { answerOf, listen, show } from "./harness";

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

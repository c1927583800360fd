// @vitest-environment jsdom
import { api, type Session } from "@lianxin/api";
import { changeLanguage } from "@lianxin/i18n";
import { ThemeProvider } from "@lianxin/ui";
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { createMemoryRouter } from "react-router";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ConsoleApp } from "../src/app/app";
import { unsentKey, writeUnsent } from "../src/shared/data/unsent";
import { network } from "./browser";
import { answerOf } from "./harness";

/** One page instead of all: a form, something that was read, and the way out. */
vi.mock("../src/app/router", () => ({
  consoleRouter: (onSignOut: () => void) => {
    function Page() {
      const whose = useQuery({ queryKey: ["whose"], queryFn: async () => "甲的工单" });
      return (
        <>
          <input aria-label="form" />
          <output>{whose.data}</output>
          <button type="button" onClick={onSignOut}>
            out
          </button>
        </>
      );
    }
    return createMemoryRouter([{ path: "/", element: <Page /> }]);
  },
}));

const refused = (status: number, code = "x") =>
  Response.json({ error: { code, message: `refused ${status}` } }, { status });

/** The console of somebody who is signed in, or nobody; a sign-out is answered `out`. */
function open({ out = 204, nobody = false, due = false, factor = false } = {}) {
  const asked: string[] = [];
  const owners: Record<string, string | null> = {};
  const made = { factor };
  const answers: Record<string, () => Response> = {
    "GET /api/session": () =>
      nobody
        ? new Response(null, { status: 204 })
        : Response.json({
            ...answerOf<Session>("session"),
            password_due: due,
            factor_due: made.factor,
          }),
    "GET /api/centres": () => Response.json([]),
    "POST /api/session/live-ticket": () => refused(401),
    "GET /api/calls": () => refused(401, "session.other_person"),
    "GET /api/people": () => refused(403, "session.factor_due"),
    "POST /api/session/second-factor": () => Response.json({ uri: "otpauth://x", key: "ABCDEFGH" }),
    "POST /api/session/second-factor/confirmation": () => {
      made.factor = false;
      return Response.json({ codes: ["k3mw-9qfd-x7ra"] });
    },
    "DELETE /api/session": () => (out === 204 ? new Response(null, { status: 204 }) : refused(out)),
  };
  network.answer = async (request) => {
    const one = `${request.method} ${new URL(request.url).pathname}`;
    asked.push(one);
    owners[one] = request.headers.get("X-Lianxin-Owner");
    return answers[one]?.() ?? refused(404);
  };
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <ThemeProvider>
        <ConsoleApp />
      </ThemeProvider>
    </QueryClientProvider>,
  );
  return { asked, client, made, owners };
}

vi.mock("../src/app/session/data", async (original) => {
  const real = await original<typeof import("../src/app/session/data")>();
  // The socket stays shut: a ticket never comes.
  return { ...real, takeTicket: vi.fn(() => new Promise(() => undefined)) };
});

afterEach(() => changeLanguage("zh"));

describe("the door of the console", () => {
  it("asks once who is signed in, and a change of language leaves every form as it is", async () => {
    const { asked } = open();
    await user.type(await screen.findByLabelText("form"), "路灯不亮");
    const form = screen.getByLabelText<HTMLInputElement>("form");
    act(() => changeLanguage("en"));
    await act(async () => undefined);
    expect(screen.getByLabelText("form")).toBe(form);
    expect(form.value).toBe("路灯不亮");
    expect(asked.filter((one) => one === "GET /api/session")).toHaveLength(1);
  });

  it("forgets what was read when the session expires", async () => {
    const { client } = open();
    expect(await screen.findByText("甲的工单")).toBeTruthy();
    await act(async () => {
      await api.POST("/api/session/live-ticket").catch(() => undefined);
    });
    expect(await screen.findByText(/过期/)).toBeTruthy();
    expect(client.getQueryData(["whose"])).toBeUndefined();
  });

  it("asks for a sign-in where nobody is signed in, and claims no end of one", async () => {
    open({ nobody: true });
    expect(await screen.findByText("登录工作台")).toBeTruthy();
    expect(screen.queryByText(/过期|他人/)).toBeNull();
  });

  it("lets nobody in whose password somebody else knows, and tells whose page it is", async () => {
    const { owners } = open({ due: true });
    expect(await screen.findByText("请先修改初始密码")).toBeTruthy();
    expect(screen.queryByLabelText("form")).toBeNull();
    await user.click(screen.getByRole("button", { name: /退出登录/ }));
    expect(await screen.findByText("登录工作台")).toBeTruthy();
    expect(owners["DELETE /api/session"]).toBe("shifan.9000");
  });

  it("lets nobody in whose role needs a second factor before it is set up", async () => {
    open({ factor: true });
    expect(await screen.findByText("请先启用两步验证")).toBeTruthy();
    await user.type(screen.getByLabelText(/^登录密码/), "geheim{Enter}");
    await user.type(await screen.findByLabelText(/^动态码/), "123456{Enter}");
    await screen.findByText("k3mw-9qfd-x7ra", { selector: ".login code" });
    expect(screen.queryByRole("button", { name: "退出登录" })).toBeNull();
    await user.click(screen.getByRole("checkbox", { name: "已妥善保存" }));
    await user.click(screen.getByRole("button", { name: "完成" }));
    expect(await screen.findByLabelText("form")).toBeTruthy();
  });

  it("asks for a second factor as soon as a role of who is in needs one", async () => {
    const { made } = open();
    await screen.findByText("甲的工单");
    made.factor = true;
    await act(async () => {
      await api.GET("/api/people").catch(() => undefined);
    });
    expect(await screen.findByText("请先启用两步验证")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "退出登录" }));
    expect(await screen.findByText("登录工作台")).toBeTruthy();
  });

  it("says that somebody else has signed in, which is no expiry", async () => {
    open();
    await screen.findByText("甲的工单");
    await act(async () => {
      await api.GET("/api/calls").catch(() => undefined);
    });
    expect(await screen.findByText(/此浏览器已由他人登录/)).toBeTruthy();
    expect(screen.queryByText(/过期/)).toBeNull();
  });

  it("warns of words that a reload would take, where the browser keeps nothing", async () => {
    const full = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    open();
    await screen.findByText("甲的工单");
    const leave = () => {
      const event = new Event("beforeunload", { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    writeUnsent(unsentKey("shifan.9000", "x"), "路灯");
    expect(leave()).toBe(true);
    await act(async () => {
      await api.POST("/api/session/live-ticket").catch(() => undefined);
    });
    expect(await screen.findByText(/只在此页面中/)).toBeTruthy();
    full.mockRestore();
    writeUnsent(unsentKey("shifan.9000", "x"), null);
  });

  it("says with each request whose page it is, and nobody's before the sign-in", async () => {
    const { owners } = open();
    await screen.findByText("甲的工单");
    await act(async () => {
      await api.GET("/api/cases").catch(() => undefined);
    });
    expect(owners["GET /api/session"]).toBeNull();
    expect(owners["GET /api/cases"]).toBe("shifan.9000");
  });

  it("says that nobody was signed out, and stays, when the server failed", async () => {
    open({ out: 503 });
    await user.click(await screen.findByRole("button", { name: "out" }));
    expect(await screen.findByText(/没能退出登录.*refused 503/)).toBeTruthy();
    expect(screen.getByLabelText("form")).toBeTruthy();
  });

  it.each([204, 401])("shows the sign-in after a sign-out that is answered %d", async (out) => {
    const { client } = open({ out });
    await user.click(await screen.findByRole("button", { name: "out" }));
    await waitFor(() => expect(screen.queryByLabelText("form")).toBeNull());
    expect(client.getQueryData(["whose"])).toBeUndefined();
  });
});

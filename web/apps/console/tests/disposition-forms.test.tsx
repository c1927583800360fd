// @vitest-environment jsdom
/** 结束方式: the list that an administrator writes, and the key that gives a call one. */
import type { CallRead, DispositionRead, Session } from "@lianxin/api";
import type { AgentView } from "@lianxin/api/live";
import { screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { App } from "antd";
import { Route, Routes } from "react-router";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DispositionDialog } from "../src/features/desk/disposition-dialog";
import { DispositionKey } from "../src/features/desk/disposition-key";
import { DispositionForm } from "../src/features/dispositions/disposition-form";
import { DispositionsPage } from "../src/features/dispositions/dispositions-page";
import { NewDispositionDialog } from "../src/features/dispositions/new-disposition";
import { StateMenu } from "../src/features/phone";
import { KeysProvider } from "../src/shared/keys";
import { WorkplaceProvider } from "../src/shared/live/context";
import { accepted, answerOf, listen, refused, type Sent, show } from "./harness";
import { AGENT, RINGING, WELCOME, workplaceOf } from "./workplace";

// Recorded by code; the API gives them in the order in which they are offered.
const rows = answerOf<DispositionRead[]>("dispositions").sort((a, b) => a.position - b.position);
const [first] = rows as [DispositionRead];
const text = (name: string) => screen.getByRole("textbox", { name });
const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));

beforeAll(() => {
  Element.prototype.checkVisibility ??= () => true; // jsdom has none
});

describe("the list", () => {
  it("is changed as the API takes it", async () => {
    const sent = listen({}, ({ body }) => ({ body: { ...first, ...(body as object) } }));
    show(<DispositionForm row={first} />);
    await user.clear(text("名称"));
    await user.type(text("名称"), "已解答");
    await user.click(screen.getByRole("checkbox", { name: "停用" }));
    await press(/^保存/);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent)).toMatchObject({
      path: `/api/dispositions/${first.code}`,
      body: { name_zh: "已解答", archived: true, position: 1, version: first.version },
    });
  });

  it("has a new one, and keeps what was typed when the code is taken", async () => {
    const message = "结束方式代码 joke 已被使用。";
    const sent = listen({}, refused("disposition.code_taken", message, "code"));
    show(<NewDispositionDialog onClose={() => undefined} onMade={() => undefined} />);
    await user.type(text("名称"), "玩笑");
    await user.type(text("代码"), "joke");
    const dialog = screen.getByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: /^新增结束方式/ }));
    await waitFor(() => expect(text("代码").getAttribute("aria-invalid")).toBe("true"));
    expect(accepted(sent).body).toMatchObject({ code: "joke", name_zh: "玩笑" });
    expect(text("名称")).toHaveProperty("value", "玩笑");
  });

  it("is read in its order, and one opens beside it", async () => {
    listen({ "/api/dispositions": rows });
    show(
      <KeysProvider>
        <Routes>
          <Route path="dispositions/:code?" element={<DispositionsPage />} />
        </Routes>
      </KeysProvider>,
      { at: "/dispositions" },
    );
    await user.click(await screen.findByRole("row", { name: /无声/ }));
    expect(await screen.findByRole("form", { name: "无声" })).toBeTruthy();
  });
});

const CALL: Partial<CallRead> = { id: "c1", cases: 0, case_items: [], disposition: null };

let place: Awaited<ReturnType<typeof workplaceOf>>;

beforeEach(async () => {
  place = await workplaceOf();
});

/** An agent who has just talked with the caller of c1, and what of it the API knows. */
async function wrappingUp(call: Partial<CallRead> = CALL, reloaded = false): Promise<Sent[]> {
  const sent = listen({ "/api/dispositions": rows, "/api/calls/c1": call });
  show(
    <App>
      <WorkplaceProvider value={place.workplace}>
        <KeysProvider>
          <StateMenu />
          <DispositionKey />
        </KeysProvider>
      </WorkplaceProvider>
    </App>,
    { session: { ...answerOf<Session>("session"), roles: ["agent"] } },
  );
  const talked = { ...RINGING, phase: "talking" as const, answered_at: 1000 };
  const wrapUp: AgentView = { ...AGENT, state: "wrap_up", last_call: "c1" };
  if (reloaded) place.tell({ ...WELCOME, agent: wrapUp });
  else {
    place.tell(
      { type: "call_changed", call: talked },
      { type: "call_ended", call: talked, outcome: "answered", by: "caller" },
      { type: "agent_changed", agent: wrapUp },
    );
  }
  await new Promise((read) => setTimeout(read, 50)); // the call and the list are read
  return sent;
}

const isReady = () => place.said.some(({ type }) => type === "ready");

describe("the key", () => {
  it("gives the call that is over what one digit says", async () => {
    const sent = await wrappingUp();
    await user.keyboard("{F7}");
    expect(await screen.findByRole("button", { name: /误拨 4/ })).toBeTruthy();
    await user.keyboard("4");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent)).toMatchObject({
      method: "PUT",
      path: "/api/calls/c1/disposition",
      body: { disposition: "wrong_number" },
    });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(isReady()).toBe(false);
  });

  it("knows the call from the switchboard on a page that was loaded since", async () => {
    const sent = await wrappingUp(CALL, true);
    await user.keyboard("{F8}");
    expect(await screen.findByText(/再按 F8 直接示闲/)).toBeTruthy();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await user.keyboard("{F7}");
    await screen.findByRole("button", { name: /误拨 4/ });
    await user.keyboard("4");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).path).toBe("/api/calls/c1/disposition");
  });

  it("works in the call as well, and takes back what was given", async () => {
    const sent = await wrappingUp({
      ...CALL,
      disposition: { code: "silent", name_zh: "无声", name_en: "Nobody spoke" },
    });
    place.tell({ type: "call_changed", call: { ...RINGING, phase: "talking", answered_at: 1 } });
    await user.keyboard("{F7}");
    const given = await screen.findByRole("button", { name: /无声/, pressed: true });
    expect(given).toBeTruthy();
    await press(/取消结束方式/);
    await waitFor(() => expect(accepted(sent).body).toEqual({ disposition: null }));
  });

  it("asks once who goes ready without, and never holds them up", async () => {
    await wrappingUp();
    await user.keyboard("{F8}");
    expect(await screen.findByText(/再按 F8 直接示闲/)).toBeTruthy();
    expect(isReady()).toBe(false);
    await user.keyboard("{F8}");
    expect(isReady()).toBe(true);
    await waitFor(() => expect(screen.queryByText(/再按 F8 直接示闲/)).toBeNull());
    await user.keyboard("{F8}"); // still wrapping up for all that the page knows
    expect(place.said.filter(({ type }) => type === "ready")).toHaveLength(2);
  });

  it("is ready at once with what was chosen", async () => {
    const sent = await wrappingUp();
    await user.keyboard("{F8}");
    await screen.findByText(/再按 F8 直接示闲/);
    await user.keyboard("5");
    await waitFor(() => expect(isReady()).toBe(true));
    expect(accepted(sent).body).toEqual({ disposition: "silent" });
  });

  it.each([
    ["has a case", { ...CALL, cases: 1 }],
    ["was answered by nobody", { ...CALL, answered_at: null }],
    ["is not known yet", {}],
  ])("asks nothing where the call %s", async (_, call) => {
    await wrappingUp(call);
    await user.keyboard("{F8}");
    expect(isReady()).toBe(true);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("says why it was refused and stays", async () => {
    const message = "没有可用的结束方式 silent。";
    listen(
      { "/api/dispositions": rows },
      refused("call.unknown_disposition", message, "disposition"),
    );
    const nothing = () => undefined;
    show(
      <App>
        <KeysProvider>
          <DispositionDialog
            call="c1"
            given={null}
            asks={false}
            onClose={nothing}
            onReady={nothing}
          />
        </KeysProvider>
      </App>,
    );
    await user.click(await screen.findByRole("button", { name: /无声/ }));
    expect(await screen.findByText(message)).toBeTruthy();
    expect(screen.getByRole("dialog")).toBeTruthy();
  });
});

// @vitest-environment jsdom
/** What an agent types from the ring to the talk stands in the one draft of the call. */
import type { Caller, Session } from "@lianxin/api";
import type { CallView } from "@lianxin/api/live";
import { onComputer } from "@lianxin/i18n";
import { screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { App } from "antd";
import { Route, Routes } from "react-router";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { Shell } from "../src/app/shell/shell";
import { DeskPage } from "../src/features/desk/desk-page";
import { DraftDesk, DraftDeskContext } from "../src/features/desk/draft-desk";
import { KeysProvider } from "../src/shared/keys";
import { WorkplaceProvider } from "../src/shared/live/context";
import { answerOf, listen, show } from "./harness";
import { RINGING, workplaceOf } from "./workplace";

vi.mock("../src/features/phone/ring", () => ({ ring: () => () => undefined })); // no sound here

/** What is known of who calls for the first time. */
const STRANGER: Caller = {
  phone: RINGING.caller,
  counts: { calls_30d: 0, open_cases: 0 },
  calls: [],
  cases: [],
};

let desk: DraftDesk;
let place: Awaited<ReturnType<typeof workplaceOf>>;

beforeAll(() => {
  Element.prototype.checkVisibility ??= () => true; // jsdom has none
});

beforeEach(async () => {
  localStorage.clear();
  listen({}, () => ({ body: STRANGER }));
  desk = new DraftDesk("shifan.8001", onComputer, Date.now);
  place = await workplaceOf();
});

function open(at = "/"): void {
  show(
    <App>
      <WorkplaceProvider value={place.workplace}>
        <DraftDeskContext value={desk}>
          <KeysProvider>
            <Routes>
              <Route element={<Shell onSignOut={() => undefined} />}>
                <Route index element={<DeskPage />} />
                <Route path="cases" element={<input aria-label="别处" />} />
              </Route>
            </Routes>
          </KeysProvider>
        </DraftDeskContext>
      </WorkplaceProvider>
    </App>,
    { at, session: { ...answerOf<Session>("session"), roles: ["agent"], number: "8001" } },
  );
}

const title = () => screen.getByLabelText(/^标题/); // by its role takes a second in the whole console
const draftOf = (call: string) => desk.get().drafts.filter((each) => each.call === call);
const active = () => desk.get().drafts.find(({ id }) => id === desk.get().active);
const phase = (next: CallView["phase"], more: Partial<CallView> = {}) =>
  place.tell({ type: "call_changed", call: { ...RINGING, phase: next, ...more } });

function rings(): void {
  place.phone.becomes("incoming");
  phase("ringing");
}

describe("the draft of a call", () => {
  it("has every letter that is typed from the ring to the talk", async () => {
    open();
    await user.click(title());
    rings();
    await user.keyboard("路灯");
    await user.keyboard("{F2}");
    expect(place.answered()).toBe(1);
    await user.keyboard("不");
    place.phone.becomes("active");
    phase("connecting", { answered_at: Date.now() });
    await user.keyboard("亮三");
    phase("talking", { answered_at: Date.now(), recording: true });
    await user.keyboard("天了");
    expect(title()).toBe(document.activeElement);
    expect(title()).toHaveProperty("value", "路灯不亮三天了");
    expect(desk.get().drafts).toHaveLength(1);
    expect(draftOf("c1")[0]?.fields).toMatchObject({
      title: "路灯不亮三天了",
      phone: RINGING.caller,
    });
  });

  it("is beside what is being written as it rings, and in front from the key that answers", async () => {
    open();
    await user.type(title(), "上一通的");
    const before = desk.get().active;
    rings();
    await user.keyboard("事");
    expect(desk.get().active).toBe(before);
    expect(active()?.fields.title).toBe("上一通的事");
    expect(draftOf("c1")).toHaveLength(1);
    await user.keyboard("{F2}");
    await user.keyboard("井");
    phase("connecting");
    await user.keyboard("盖");
    phase("talking");
    await user.keyboard("丢了");
    expect(active()?.call).toBe("c1");
    expect(title()).toHaveProperty("value", "井盖丢了");
    expect(desk.get().drafts.find(({ id }) => id === before)?.fields.title).toBe("上一通的事");
  });

  it("leads from another page as the key is pressed, and never again", async () => {
    open("/cases");
    rings();
    expect(screen.getByRole("textbox", { name: "别处" })).toBeTruthy();
    await user.keyboard("{F2}");
    await user.keyboard("停水");
    expect(title()).toHaveProperty("value", "停水");
    desk.create(); // they look at something else meanwhile
    const chosen = desk.get().active;
    phase("connecting");
    phase("talking");
    await user.keyboard("问");
    expect(desk.get().active).toBe(chosen);
  });

  it("moves nothing while somebody types, where another telephone answers", async () => {
    open("/cases");
    await user.click(screen.getByRole("textbox", { name: "别处" }));
    rings();
    await user.keyboard("写");
    phase("connecting");
    await user.keyboard("着");
    phase("talking");
    await user.keyboard("字");
    const field = screen.getByRole("textbox", { name: "别处" });
    expect(field).toBe(document.activeElement);
    expect(field).toHaveProperty("value", "写着字");
    expect(draftOf("c1")).toHaveLength(1);
  });

  it("comes by itself where nobody types", async () => {
    open("/cases");
    phase("talking");
    await waitFor(() => expect(title()).toBe(document.activeElement));
    expect(active()?.call).toBe("c1");
  });

  it("takes the place of one that stayed empty in the call before", async () => {
    open();
    phase("talking");
    place.tell({ type: "call_ended", call: RINGING, outcome: "answered", by: "caller" });
    const next = { ...RINGING, id: "c2", caller: "13800000002" };
    place.phone.becomes("incoming");
    place.tell({ type: "call_changed", call: next });
    await user.click(title());
    await user.keyboard("停水");
    await user.keyboard("{F2}");
    place.tell({ type: "call_changed", call: { ...next, phase: "talking" } });
    await user.keyboard("了");
    expect(desk.get().drafts).toHaveLength(1);
    expect(draftOf("c2")[0]?.fields).toMatchObject({ title: "停水了", phone: "13800000002" });
  });

  it("is free again when the call was missed and nobody had written in it", async () => {
    open();
    rings();
    expect(active()).toMatchObject({ call: "c1", fields: { phone: RINGING.caller } });
    place.tell({ type: "call_ended", call: RINGING, outcome: "missed", by: "system" });
    expect(active()).toMatchObject({ call: null, fields: { phone: "" } });
    rings();
    await user.type(title(), "噪声");
    place.tell({ type: "call_ended", call: RINGING, outcome: "missed", by: "system" });
    expect(active()).toMatchObject({ call: "c1", fields: { title: "噪声" } });
  });
});

describe("while the caller hears who serves them", () => {
  const connecting = (more: Partial<CallView>) => {
    rings();
    place.phone.becomes("active");
    phase("connecting", { answered_at: Date.now(), ...more });
  };
  const cut = { type: "cut_announcement", call: "c1" };

  it("the bar counts down, and says when they may speak", async () => {
    open();
    connecting({ announcing_until: Date.now() + 3600 });
    expect(screen.getByText(/^接通，正在报工号 [34] s$/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /直接讲话/ })).toBeNull();
    await user.keyboard("{F2}");
    expect(place.said).not.toContainEqual(cut);
    phase("connecting", { announcing_until: Date.now() - 100 });
    expect(await screen.findByText("接通，请讲话")).toBeTruthy();
    phase("talking", { announcing_until: null });
    expect(screen.getByText("通话中")).toBeTruthy();
  });

  it("the agent cuts it by the key that answered, where the queue lets them", async () => {
    open();
    connecting({ announcing_until: Date.now() + 3600, may_cut: true });
    expect(screen.getByRole("button", { name: /直接讲话/ }).textContent).toContain("F2");
    await user.keyboard("{F2}");
    expect(place.said.filter(({ type }) => type === "cut_announcement")).toEqual([cut]);
    expect(place.answered()).toBe(0);
    phase("talking", { may_cut: false });
    await user.keyboard("{F2}");
    expect(place.said.filter(({ type }) => type === "cut_announcement")).toHaveLength(1);
  });
});

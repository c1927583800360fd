// @vitest-environment jsdom

import type { AgentState } from "@lianxin/api/live";
import { onComputer } from "@lianxin/i18n";
import { act, screen } from "@testing-library/react";
import { App } from "antd";
import { beforeEach, expect, it } from "vitest";
import { DraftDesk, DraftDeskContext } from "../src/features/desk/draft-desk";
import { useReadyNote } from "../src/features/desk/use-ready-note";
import { WorkplaceProvider } from "../src/shared/live/context";
import { INITIAL } from "../src/shared/live/state";
import type { Workplace, WorkplaceState } from "../src/shared/live/workplace";
import { show } from "./harness";

let desk: DraftDesk;
beforeEach(() => {
  localStorage.clear();
  desk = new DraftDesk("shifan.8001", onComputer, Date.now);
});

function Note() {
  useReadyNote();
  return null;
}

/** The page of an agent whose state the test changes. */
function open() {
  const listeners = new Set<() => void>();
  const inState = (state: AgentState): WorkplaceState => ({
    live: {
      ...INITIAL,
      agent: { person: 1, number: "8001", name: "李", state, reason: "", since: 0 },
    },
    phone: { registration: "registered", session: "none", microphone: "granted" } as never,
    answering: "",
  });
  let now = inState("wrap_up");
  const workplace = {
    get: () => now,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Workplace;
  show(
    <App>
      <WorkplaceProvider value={workplace}>
        <DraftDeskContext value={desk}>
          <Note />
        </DraftDeskContext>
      </WorkplaceProvider>
    </App>,
  );
  return (state: AgentState) =>
    act(() => {
      now = inState(state);
      for (const listener of listeners) listener();
    });
}

it("names a draft that is not filed once, when the agent makes themselves ready", async () => {
  desk.change(desk.get().active, { title: "路灯不亮" });
  const become = open();
  become("ready");
  const words = "还有 1 份草稿没有提交：路灯不亮";
  expect(await screen.findAllByText(words)).toHaveLength(1);
  become("not_ready");
  become("ready");
  expect(screen.getAllByText(words)).toHaveLength(1);
});

it("says nothing where nothing was written, and takes the call's blank draft away", () => {
  desk.openForCall({ id: "c1", caller: "13800000001" });
  const become = open();
  become("ready");
  expect(screen.queryByText(/份草稿没有提交/)).toBeNull();
  expect(desk.get().drafts.every(({ call }) => call === null)).toBe(true);
});

// @vitest-environment jsdom

import type { CentresRead, LineRead } from "@lianxin/api";
import { onComputer } from "@lianxin/i18n";
import { screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { CodeButton } from "../src/features/cases/code-button";
import { CentresPage } from "../src/features/centres/centres-page";
import { ConnectionTrial } from "../src/features/connections/connection-trial";
import type { Connection } from "../src/features/connections/data";
import { DraftDesk, DraftDeskContext, useDeskState } from "../src/features/desk/draft-desk";
import { DraftForm } from "../src/features/desk/draft-form";
import { AnswersPage } from "../src/features/lines/answers-page";
import { EmergencyButton } from "../src/features/lines/emergency-button";
import { MicrophoneDialog } from "../src/features/phone/microphone";
import { KeysProvider } from "../src/shared/keys";
import { WorkplaceProvider } from "../src/shared/live/context";
import type { Workplace } from "../src/shared/live/workplace";
import { accepted, answerOf, listen, show } from "./harness";

const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));

describe("a centre's page", () => {
  it("shows each centre of the platform", async () => {
    const about = answerOf<CentresRead>("centres");
    listen({ "/api/platform/centres": about });
    show(<CentresPage />);
    for (const { code } of about.items) expect(await screen.findByText(code)).toBeTruthy();
  });
});

describe("the draft of a case", () => {
  function Sheet() {
    const [draft] = useDeskState().drafts;
    return draft === undefined ? null : <DraftForm draft={draft} />;
  }
  const open = () =>
    show(
      <KeysProvider>
        <DraftDeskContext value={new DraftDesk("shifan.9000", onComputer, Date.now)}>
          <Sheet />
        </DraftDeskContext>
      </KeysProvider>,
    );

  it("is not sent before what is needed is there, and stays when it is refused", async () => {
    const message = "系统暂时无法存取数据，通话不受影响，请稍后重试。";
    const error = { code: "service.database_unavailable", message, details: {} };
    const sent = listen({}, () => ({ status: 503, body: { error } }));
    open();
    await press(/^提交工单/);
    expect(await screen.findAllByRole("alert")).not.toHaveLength(0);
    expect(sent).toEqual([]);
    await user.click(screen.getByRole("radio", { name: "投诉" }));
    await user.type(screen.getByRole("textbox", { name: /^标题/ }), "路灯不亮");
    await user.type(screen.getByRole("textbox", { name: /^内容/ }), "和平路三盏路灯不亮。");
    await press(/^提交工单/);
    expect(await screen.findByText(message)).toBeTruthy();
    expect(accepted(sent).body).toMatchObject({ type: "complaint", title: "路灯不亮" });
    expect(screen.getByRole("textbox", { name: /^标题/ })).toHaveProperty("value", "路灯不亮");
  });
});

describe("a new query code", () => {
  it("is asked for once more, and shown once", async () => {
    const sent = listen({}, () => ({ body: { code: "041751" } }));
    show(<CodeButton id="1" number="20260302000001" />);
    await press(/./);
    const [, ...sure] = await screen.findAllByRole("button");
    await user.click(sure.at(-1) as HTMLElement);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ method: "POST", path: "/api/cases/1/code" });
  });
});

describe("a connection", () => {
  it("is tried as a flow would ask it", async () => {
    const sent = listen({}, () => ({ body: { outcome: "ok", reason: "", values: { due: 1 } } }));
    const rows = answerOf<Connection[]>("connections");
    const row = rows.find(({ kind }) => kind === "http") as Connection;
    show(<ConnectionTrial row={row} />);
    const [path] = screen.getAllByRole("textbox");
    await user.type(path as HTMLElement, "bills");
    await user.click(screen.getByRole("button"));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toMatchObject({ method: "GET", path: "/bills" });
    expect(await screen.findByText(/"due": 1/)).toBeTruthy();
  });
});

describe("the emergency switch", () => {
  const [line] = answerOf<[LineRead]>("lines");
  const flow = { code: "storm", name: "台风应急" };

  it("asks, and says what callers will hear", async () => {
    const sent = listen({});
    show(<EmergencyButton line={{ ...line, emergency_flow: flow }} disabled={false} />);
    await press("启用应急");
    const asked = await screen.findByRole("dialog");
    expect(asked.textContent).toContain(line.number);
    expect(asked.textContent).toContain("台风应急");
    expect(sent).toHaveLength(0);
    await user.click(within(asked).getByRole("button", { name: "启用应急" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toEqual({ on: true });
  });

  it("is ended by the same button", async () => {
    const sent = listen({});
    show(<EmergencyButton line={{ ...line, emergency: true }} disabled={false} />);
    await press("结束应急");
    const asked = await screen.findByRole("dialog");
    await user.click(within(asked).getByRole("button", { name: "结束应急" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toEqual({ on: false });
  });

  it("has nothing to switch to without an emergency flow", () => {
    show(<EmergencyButton line={{ ...line, emergency_flow: null }} disabled={false} />);
    expect(screen.getByRole("button")).toHaveProperty("disabled", true);
  });
});

describe("who answers", () => {
  it("is asked for a number and a moment, and says why", async () => {
    listen({ "/api/lines": answerOf("lines"), "/api/lines/answer": answerOf("answer") });
    show(<AnswersPage />);
    await waitFor(() => expect(screen.getByRole("combobox")).toHaveProperty("value", "12345"));
    await press("现在");
    expect(await screen.findByText("示范市 12345 热线")).toBeTruthy();
  });
});

describe("the microphone", () => {
  it("is watched while its dialog is open", async () => {
    const stop = vi.fn();
    let level: (next: number) => void = () => undefined;
    const state = { phone: { microphone: "granted" } };
    const workplace = {
      phone: {
        checkMicrophone: (told: (next: number) => void) => {
          level = told;
          return Promise.resolve(stop);
        },
      },
      get: () => state,
      subscribe: () => () => undefined,
    } as unknown as Workplace;
    show(
      <WorkplaceProvider value={workplace}>
        <MicrophoneDialog open onClose={vi.fn()} />
      </WorkplaceProvider>,
    );
    const before = (await screen.findByRole("status")).textContent;
    level(0.5);
    await waitFor(() => expect(screen.getByRole("status").textContent).not.toBe(before));
  });
});

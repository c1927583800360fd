// @vitest-environment jsdom
/** What pages show again when something was heard or filed. */
import type { MessageSummary } from "@lianxin/api";
import { onComputer } from "@lianxin/i18n";
import { QueryClient } from "@tanstack/react-query";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { DraftDesk, DraftDeskContext } from "../src/features/desk/draft-desk";
import { MessagesPage } from "../src/features/messages/messages-page";
import { invalidateHinted } from "../src/shared/data/invalidate";
import { KeysProvider } from "../src/shared/keys";
import { network } from "./browser";
import { show } from "./harness";

const MESSAGE = {
  recording: {
    id: "r1",
    call: "c1",
    kind: "complaint",
    state: "stored",
    began_at: "2026-11-28T02:00:00Z",
    milliseconds: 4000,
    ends_early: false,
    secrecy: "internal",
    may_hear: true,
  },
  caller: "13800000001",
  listened: false,
  case: null,
} as unknown as MessageSummary;

it.each([
  ["stays open where only new ones are listed", true],
  ["goes where it was closed to who listens", false],
])("a message that was heard is not new any more, and %s", async (_, stays) => {
  let heard = false;
  network.answer = async ({ url }) => {
    const among = new URL(url).searchParams.get("listened") === "1" ? heard && stays : !heard;
    const items = among ? [MESSAGE] : [];
    return Response.json({ items, next: null, total: items.length });
  };
  vi.spyOn(HTMLMediaElement.prototype, "play").mockImplementation(async () => undefined);
  show(
    <KeysProvider>
      <DraftDeskContext value={new DraftDesk("shifan.8001", onComputer, Date.now)}>
        <MessagesPage />
      </DraftDeskContext>
    </KeysProvider>,
  );
  await user.click(await screen.findByText("138****0001"));
  await user.click(await screen.findByRole("button", { name: "播放" }));
  heard = true;
  fireEvent(document.querySelector("audio") as Element, new Event("loadedmetadata"));
  await waitFor(() => expect(screen.queryByText("未收听")).toBeNull());
  await waitFor(() => expect(document.querySelector("audio") !== null).toBe(stays));
});

it("a hint reads again what it is about, and never a confidential case", () => {
  const client = new QueryClient();
  const stale = (key: unknown[]) => client.getQueryState(key)?.isInvalidated;
  const fill = () => {
    client.setQueryData(["messages", {}], {});
    client.setQueryData(["cases", {}], {});
    client.setQueryData(["case", "open"], { secrecy: "internal" });
    client.setQueryData(["case", "secret"], { secrecy: "confidential" });
  };
  const hinted = (kind: string, id: string) => {
    fill();
    invalidateHinted(client, { type: "record_changed", kind, id });
    return [
      ["messages", {}],
      ["cases", {}],
      ["case", "open"],
      ["case", "secret"],
    ].map(stale);
  };
  expect(hinted("call", "c1")).toEqual([true, false, true, false]);
  expect(hinted("case", "open")).toEqual([true, true, true, false]);
  expect(hinted("case", "")).toEqual([true, true, true, false]);
  expect(hinted("recording", "r1")).toEqual([true, false, false, false]);
});

// @vitest-environment jsdom

import type { PlaceRead } from "@lianxin/api";
import { screen } from "@testing-library/react";
import user from "@testing-library/user-event";
import { beforeAll, expect, it, vi } from "vitest";
import { placesFor, SendDialog } from "../src/features/phone/send-dialog";
import { listen, show } from "./harness";

const PLACES: PlaceRead[] = [
  { node: "welcome", name: "", type: "menu", keys: [] },
  { node: "automatic", name: "自助大厅", type: "menu", keys: ["2"] },
  { node: "result", name: "", type: "case_status", keys: ["2", "3"] },
];

beforeAll(() => {
  Element.prototype.checkVisibility ??= () => true; // jsdom has none
});

function open() {
  const onSend = vi.fn();
  const onClose = vi.fn();
  listen({ "/api/calls/c1/places": { items: PLACES } });
  show(<SendDialog call="c1" onSend={onSend} onClose={onClose} />);
  return { onSend, onClose };
}

it("offers the places of the call's flow in words, and one click sends the caller off", async () => {
  const { onSend } = open();
  await user.click(await screen.findByRole("button", { name: /^自助大厅 ?菜单 ?按键 2$/ }));
  expect(onSend).toHaveBeenCalledWith("automatic", true);
});

it("sends to the first that fits by Enter, for good when the caller is not wanted back", async () => {
  const { onSend } = open();
  await screen.findByRole("button", { name: /自助大厅/ });
  await user.click(screen.getByRole("checkbox", { name: "办完后转回给我" }));
  await user.type(
    screen.getByRole("searchbox", { name: "搜索名称或按键，回车选第一个" }),
    "结果{Enter}",
  );
  expect(onSend).toHaveBeenCalledExactlyOnceWith("result", false);
});

it("sends nobody anywhere when nothing fits", async () => {
  const { onSend } = open();
  await screen.findByRole("button", { name: /自助大厅/ });
  await user.type(screen.getByRole("searchbox"), "没有这个{Enter}");
  expect(screen.getByText("没有符合的位置")).toBeTruthy();
  expect(onSend).not.toHaveBeenCalled();
});

it("finds a place by its word, by its node and by the keys that lead there", () => {
  const nodes = (wanted: string) => placesFor(PLACES, wanted).map(({ node }) => node);
  expect(nodes("自助")).toEqual(["automatic"]);
  expect(nodes("RESULT")).toEqual(["result"]);
  expect(nodes("23")).toEqual(["result"]);
  expect(nodes(" ")).toEqual(["welcome", "automatic", "result"]);
});

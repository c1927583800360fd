// @vitest-environment jsdom
import type { CallStep } from "@lianxin/api";
import { NODE_TYPES, nodeName } from "@lianxin/flow-editor";
import { changeLanguage } from "@lianxin/i18n";
import { cleanup, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { CallPath } from "../src/features/calls/path";
import { nodeText } from "../src/shared/formats/node-text";
import { show } from "./harness";

const at = "2026-11-28T02:00:00Z";

const NAMES = { automatic: "自助大厅", "bill/pay": "缴费" };

/** The sentence of one entry, without the time before it. */
function told(kind: string, data: CallStep["data"] = {}): string | undefined {
  show(<CallPath events={[{ seq: 1, at, kind, data }]} names={NAMES} />);
  const said = screen.getByRole("listitem").querySelector("span")?.textContent;
  cleanup();
  return said ?? undefined;
}

it("shows the number as it came beside the stored one, where they differ", () => {
  const data = { line: "12345", caller: "13900007704", given: "008613900007704" };
  expect(told("started", data)).toBe("来电 12345，号码 139****7704，来时写作 008****7704");
  expect(told("started", { line: "12345", caller: "13900007704" })).toBe("来电 12345");
  expect(told("started", { ...data, given: data.caller })).toBe("来电 12345");
});

it("says who missed a call, and leaves no blank where that is not known", () => {
  expect(told("missed", { number: "8001" })).toBe("8001 未接");
  expect(told("missed", { person: 1 })).toBe("坐席未接");
  expect(told("offered")).toBe("向坐席振铃");
  expect(told("answered")).toBe("坐席接听");
  expect(told("talking")).toBe("双方通话");
});

it("calls a node as the centre does, then as we do, then by its type or its subflow", () => {
  const entered = (node: string) => told("node", { node, what: "entered", detail: "" });
  expect(entered("automatic")).toBe("进入“自助大厅”");
  expect(entered("bill/pay")).toBe("进入“缴费”");
  expect(entered("welcome")).toBe("进入“欢迎语”");
  expect(entered("say-3")).toBe("进入“播放 3”");
  expect(entered("subflow-2/menu")).toBe("进入“子流程 2”");
});

it.each(["zh", "en"] as const)(
  "calls the types of nodes as the editor does: %s",
  async (language) => {
    await changeLanguage(language);
    const types = [...NODE_TYPES.keys()];
    expect(types.map((type) => nodeText(`${type}-2`))).toEqual(
      types.map((type) => nodeName(`${type}-2`, {})),
    );
    await changeLanguage("zh");
  },
);

it("tells the path in order", () => {
  const events: CallStep[] = [
    { seq: 1, at, kind: "started", data: { line: "12345" } },
    { seq: 2, at, kind: "missed", data: {} },
  ];
  show(<CallPath events={events} names={NAMES} />);
  const lines = screen
    .getAllByRole("listitem")
    .map((line) => line.querySelector("span")?.textContent);
  expect(lines).toEqual(["来电 12345", "坐席未接"]);
});

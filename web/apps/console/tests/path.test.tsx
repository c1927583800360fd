// @vitest-environment jsdom
import type { CallStep } from "@lianxin/api";
import { cleanup, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { CallPath } from "../src/features/calls/path";
import { show } from "./harness";

const at = "2026-11-28T02:00:00Z";

/** The sentence of one entry, without the time before it. */
function told(kind: string, data: CallStep["data"] = {}): string | undefined {
  show(<CallPath events={[{ seq: 1, at, kind, data }]} />);
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

it("tells the path in order", () => {
  const events: CallStep[] = [
    { seq: 1, at, kind: "started", data: { line: "12345" } },
    { seq: 2, at, kind: "missed", data: {} },
  ];
  show(<CallPath events={events} />);
  const lines = screen
    .getAllByRole("listitem")
    .map((line) => line.querySelector("span")?.textContent);
  expect(lines).toEqual(["来电 12345", "坐席未接"]);
});

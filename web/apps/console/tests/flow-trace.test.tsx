// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { expect, it } from "vitest";
import type { FlowDetail, Trace } from "../src/features/flows/data";
import { keptView } from "../src/features/flows/kept-view";
import { TracePage } from "../src/features/flows/trace-page";
import { answerOf, listen, show } from "./harness";

const { draft, code, name } = answerOf<FlowDetail>("flow");
const CALL = "0190aaaa-0000-7000-8000-000000000001";

function step(seconds: number, node: string, what: string, detail = ""): Trace["steps"][number] {
  return { at: "2026-02-13T01:00:00Z", seconds, node, what, detail, data: {} };
}

const trace: Trace = {
  call: CALL,
  flow: { code, name, number: 1 },
  spec: draft.spec as Record<string, unknown>,
  layout: draft.layout,
  inner_layouts: {},
  node_names: {},
  steps: [
    step(0, "night_bell", "entered"),
    step(31.4, "night_bell", "exit", "failed"),
    step(31.4, "message", "entered"),
    step(75.2, "message", "key", "#"),
  ],
  withheld: false,
};

function open() {
  listen({
    [`/api/calls/${CALL}/trace`]: trace,
    "/api/flows/vocabulary": answerOf("flow-vocabulary"),
  });
  show(
    <Routes>
      <Route path="/calls/:id/trace" element={<TracePage />} />
    </Routes>,
    { at: `/calls/${CALL}/trace` },
  );
}

it("tells at each node what happened there, in place of fields that nobody can change", async () => {
  open();
  const beside = within(await screen.findByRole("complementary"));
  expect(beside.getByText(/选择一个节点/)).toBeTruthy();
  const steps = screen.getByRole("region", { name: "经过" });
  const [first] = within(steps).getAllByRole("button", { name: "留言" });
  await user.click(first as HTMLElement);
  const lines = within(beside.getByRole("list", { name: "在这个节点发生的事" }));
  const texts = lines.getAllByRole("listitem").map((item) => item.textContent);
  expect(texts.at(-1)).toMatch(/^1:15\.2/);
  for (const role of ["textbox", "combobox", "switch"]) {
    expect(beside.queryAllByRole(role)).toEqual([]);
  }
});

it("keeps where a person left the view of a flow, and reads nothing that is no view", () => {
  const view = keptView("shifan/9000", "duty");
  expect(view.read()).toBeNull();
  view.keep({ x: 1.5, y: -20, zoom: 0.4 });
  expect(view.read()).toEqual({ x: 1.5, y: -20, zoom: 0.4 });
  expect(keptView("shifan/9100", "duty").read()).toBeNull();
  expect(keptView("shifan/9000", "other").read()).toBeNull();
  for (const bad of ["", "3", "null", '{"x":1}', '{"x":1,"y":null,"zoom":2}', "{"]) {
    localStorage.setItem("lianxin.flow-view.shifan/9000.bad", bad);
    expect(keptView("shifan/9000", "bad").read()).toBeNull();
  }
});

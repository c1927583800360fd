// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import user from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FindingList } from "../src/canvas/findings";
import { NODE_TYPES } from "../src/model/known-types";
import { Panel } from "../src/panel/panel";
import { EditorProvider } from "../src/state/react";
import { EditorStore } from "../src/state/store";
import { small } from "./flow-fixture";

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

function opened() {
  const drawn = small();
  const frames = [{ id: "f", title: "自动服务", members: ["welcome"] }];
  const layout = { ...drawn.layout, frames, notes: { welcome: "主菜单" } };
  const store = new EditorStore(NODE_TYPES, { ...drawn, layout });
  const say = (place: string, node: string | null, code = "x") =>
    ({ code, severity: "error", place, node, message: `不好 ${place}` }) as const;
  store.overlay({
    findings: [
      say("nodes.welcome.keys.1", "welcome"),
      say("nodes.open.next", "open"),
      say("agent_node", null),
    ],
  });
  render(
    <EditorProvider store={store}>
      <FindingList />
      <Panel />
    </EditorProvider>,
  );
  return store;
}

it("names the place of each finding by what is shown: frame, node, exit, field", () => {
  opened();
  const texts = screen.getAllByRole("listitem").map((item) => item.textContent);
  expect(texts[0]).toContain("主菜单自动服务出口“按键 1”不好");
  expect(texts[1]).toContain("open出口“下一步”");
  expect(texts[2]).toContain("整个流程人工服务节点");
});

it("leads there by a click or Enter, with the focus in the field", async () => {
  const store = opened();
  await user.click(screen.getByRole("button", { name: /主菜单/ }));
  expect(store.get().selected).toEqual(["welcome"]);
  expect(document.activeElement?.closest("[data-field]")).toHaveProperty("dataset.field", "keys");
  screen.getByRole("button", { name: /整个流程/ }).focus();
  await user.keyboard("{Enter}");
  expect(store.get().selected).toEqual([]);
  const field = document.activeElement?.closest("[data-field]");
  expect(field).toHaveProperty("dataset.field", "agent_node");
});

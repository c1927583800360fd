// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import user from "@testing-library/user-event";
import { Route, Routes, useLocation } from "react-router";
import { expect, it } from "vitest";
import { EditorPage } from "../src/features/flows/editor-page";
import { FlowsPage } from "../src/features/flows/flows-page";
import { network } from "./browser";
import { answerOf, show } from "./harness";

/** The API keeps the flow `hall` put away; gives what was asked for. */
function listenToAway(): string[] {
  const asked: string[] = [];
  network.answer = async ({ url }) => {
    const { pathname, searchParams } = new URL(url);
    asked.push(pathname + (searchParams.get("put_away") ?? ""));
    if (pathname === "/api/flows/vocabulary") return Response.json(answerOf("flow-vocabulary"));
    if (pathname === "/api/flows") return Response.json({ items: [], next: null, total: 0 });
    const error = { code: "record.not_found", message: "", details: { put_away: true } };
    return Response.json({ error }, { status: 404 });
  };
  return asked;
}

function Flows() {
  return (
    <>
      <output aria-label="address">{useLocation().search}</output>
      <Routes>
        <Route path="/flows" element={<FlowsPage />} />
        <Route path="/flows/:code" element={<EditorPage />} />
      </Routes>
    </>
  );
}

const address = () => screen.getByRole("status", { name: "address" }).textContent;

it("the address of a flow that was put away leads to where it can be had back", async () => {
  const asked = listenToAway();
  show(<Flows />, { at: "/flows/hall" });
  expect(await screen.findByText("流程 hall 已归档")).toBeTruthy();
  await user.click(screen.getByRole("link", { name: "查看已归档的流程" }));
  expect(await screen.findByText("没有已归档的流程")).toBeTruthy();
  expect(asked.at(-1)).toBe("/api/flowstrue");
});

it("the list of what was put away has an address", async () => {
  listenToAway();
  show(<Flows />, { at: "/flows?put_away=true" });
  expect(await screen.findByText("没有已归档的流程")).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: "使用中" }));
  expect(address()).toBe("");
  await user.click(screen.getByRole("radio", { name: "已归档" }));
  expect(address()).toBe("?put_away=true");
});

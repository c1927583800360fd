// @vitest-environment jsdom

import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { AgentsPage } from "../src/features/agents/agents-page";
import type { AgentNotReady } from "../src/features/agents/data";
import { listen, show } from "./harness";

const ITEMS: AgentNotReady[] = [
  {
    agent: { id: 1, number: "8001", name: "李示范" },
    seconds: 5400,
    reasons: [
      { reason: "meal", seconds: 3600, times: 1 },
      { reason: "break", seconds: 1800, times: 2 },
    ],
    running: null,
  },
];

it("adds up how long each agent was not ready, by reason, in words", async () => {
  listen({ "/api/agents/not-ready": { day: "2026-03-02", items: ITEMS } });
  show(<AgentsPage />, { at: "/agents?day=2026-03-02" });
  const table = await screen.findByRole("table", { name: "示忙时长" });
  expect(within(table).getByText("8001 李示范")).toBeTruthy();
  expect(within(table).getByText("1:30:00")).toBeTruthy();
  expect(within(table).getByText("用餐 1 次 1:00:00 · 小休 2 次 30:00")).toBeTruthy();
});

it("tells what somebody is in now", async () => {
  const since = new Date(Date.now() - 90_000).toISOString();
  const running = { reason: "training" as const, since };
  const [one] = ITEMS as [AgentNotReady];
  listen({ "/api/agents/not-ready": { day: "2026-03-02", items: [{ ...one, running }] } });
  show(<AgentsPage />);
  expect(await screen.findByText(/^培训，已 01:[0-3]\d$/)).toBeTruthy();
});

it("says so when nobody was", async () => {
  listen({ "/api/agents/not-ready": { day: "2026-03-02", items: [] } });
  show(<AgentsPage />);
  expect(await screen.findByText("这一天没有人示忙")).toBeTruthy();
});

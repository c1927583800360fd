// @vitest-environment jsdom

import type { CaseRead } from "@lianxin/api";
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { CaseHistory } from "../src/features/cases/case-history";
import { answerOf, show } from "./harness";

it("shows a fax that was sent about the case where it happened, with its state", () => {
  const detail = answerOf<CaseRead>("case");
  const [first] = detail.history;
  const after = new Date(Date.parse(first?.at ?? "") + 1000).toISOString();
  const fax = {
    id: "0190f5f6-0000-7000-8000-000000000001",
    title: "居住证办理",
    number: "0108888****",
    pages: 2,
    state: "sent" as const,
    created_at: after,
    sent_at: after,
  };
  show(<CaseHistory detail={{ ...detail, faxes: [fax] }} />);
  const steps = within(screen.getByRole("region", { name: "办理经过" })).getAllByRole("listitem");
  const told = steps.map((step) => step.textContent).find((text) => text?.includes("传真"));
  expect(told).toContain("传真“居住证办理”");
  expect(told).toContain("已发送");
  expect(told).toContain("发往 0108888****，2 页");
});

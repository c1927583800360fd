// @vitest-environment jsdom
import type { CaseNotice } from "@lianxin/api";
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { CaseNoticeLine } from "../src/features/cases/case-notice";
import type { Rule, Template } from "../src/features/notices/data";
import { Rules } from "../src/features/notices/rules";
import { accepted, answerOf, listen, refused, show } from "./harness";

const rules = answerOf<Rule[]>("notice-rules");
const templates = answerOf<Template[]>("templates");
const reads = { "/api/notices/rules": rules, "/api/notices/templates": templates };

const of = (event: string) => screen.findByRole("form", { name: event });

describe("what is sent of an event", () => {
  it("is switched off, as it was read", async () => {
    const sent = listen(reads);
    show(<Rules />);
    const closed = await of("办结");
    const on = within(closed).getByRole("checkbox", { name: "发送" });
    expect(on).toHaveProperty("checked", true);
    await user.click(on);
    await user.click(within(closed).getByRole("button", { name: /^保\s?存$/ }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent)).toMatchObject({
      method: "PUT",
      path: "/api/notices/rules/closed/sms",
      body: { version: 0, on: false, template: "case_closed" },
    });
  });

  it("has words of its own, by name and with what may be named", async () => {
    const sent = listen(reads);
    show(<Rules />);
    const closed = await of("办结");
    expect(within(closed).getByText(/\{reply\}/)).toBeTruthy();
    await user.click(within(closed).getByRole("combobox", { name: "模板" }));
    const option = { selector: ".ant-select-item-option-content" };
    await user.click(await screen.findByText("工单答复告知", option));
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toMatchObject({ on: true, template: "case_replied" });
  });

  it("is marked where its template does not fit", async () => {
    const message = "该模板中的 {reply} 在此事件下没有内容。";
    listen(reads, refused("notice.template_unfit", message, "template"));
    show(<Rules />);
    const opened = await of("受理");
    await user.click(within(opened).getByRole("checkbox", { name: "发送" }));
    await user.click(within(opened).getByRole("button", { name: /^保\s?存$/ }));
    await waitFor(() => expect(within(opened).getAllByText(message).length).toBeGreaterThan(0));
    const template = within(opened).getByRole("combobox", { name: "模板" });
    expect(template.getAttribute("aria-invalid")).toBe("true");
  });

  it("waits, fails and may be none", async () => {
    listen({ "/api/notices/templates": templates });
    show(<Rules />);
    expect(screen.getByLabelText("正在加载")).toBeTruthy();
    expect(await screen.findByText("没有这项内容")).toBeTruthy();
    cleanup();
    listen({ ...reads, "/api/notices/rules": [] });
    show(<Rules />);
    expect(await screen.findByText("没有可通知的事件")).toBeTruthy();
  });
});

describe("what a citizen was sent", () => {
  const notice: CaseNotice = {
    id: "00000000-0000-0000-0000-000000000001",
    at: "2026-03-02T01:00:00Z",
    by: { id: 1, number: "8001", name: "李示范" },
    event: "closed",
    way: "sms",
    number: "138****0001",
    template: "case_closed",
    text: "【示范市】已办结。",
    state: "failed",
    reason: "status_400",
    tries: 2,
    sent_at: null,
    may_send_again: true,
  };
  const line = (change: Partial<CaseNotice> = {}) =>
    show(
      <ul>
        <CaseNoticeLine notice={{ ...notice, ...change }} caseId="c" />
      </ul>,
    );

  it("is sent again where it failed", async () => {
    const sent = listen({}, () => ({ body: {} }));
    line();
    expect(screen.getByText("短信通知市民：办结")).toBeTruthy();
    expect(screen.getByText("对方拒绝（400）")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "重新发送" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ method: "POST", path: `/api/notices/${notice.id}/again` });
  });

  it("is nothing, and why", () => {
    line({ state: "skipped", reason: "confidential", number: "", text: "", may_send_again: false });
    expect(screen.getByText("未发送")).toBeTruthy();
    expect(screen.getByText("保密工单，不发送")).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
  });
});

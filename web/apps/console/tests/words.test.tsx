// @vitest-environment jsdom
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ApiError } from "@lianxin/api";
import { cleanup, render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { calls as callsEn } from "../src/features/calls/locales/en";
import { calls as callsZh } from "../src/features/calls/locales/zh";
import { textWord } from "../src/features/flows/transcript";
import { LoadFailure } from "../src/shared/components/load-failure";
import { useTitle } from "../src/shared/title";
import { answerOf, show } from "./harness";

const TEMPLATES = resolve(__dirname, "../../../../server/lianxin/flows/templates");

/** The ids of all nodes of the shipped flows. */
function shippedNodes(): string[] {
  const files = readdirSync(TEMPLATES).filter((name) => name.endsWith(".json"));
  const flows = files.map((name) => JSON.parse(readFileSync(join(TEMPLATES, name), "utf8")));
  return [...new Set(flows.flatMap(({ nodes }) => Object.keys(nodes)))];
}

describe("no code stands where a word should", () => {
  it.each([
    ["zh", callsZh.node],
    ["en", callsEn.node],
  ])("each node of a shipped flow has a name: %s", (_, node) => {
    const nodes = shippedNodes();
    expect(nodes.length).toBeGreaterThan(15);
    expect(nodes.filter((id) => !(id in node))).toEqual([]);
  });

  it.each([
    ["queue", "general", "综合受理"],
    ["queue_left", "nobody", "无人值班"],
    ["queue_left", "timeout", "等候超时"],
    ["queue_left", "closed", "已下班"],
    ["told", "unavailable", "无法查询"],
    ["ask", "sql", "数据库查询"],
    ["record", "complaint", "投诉留言"],
    ["recorded", "silence", "静音结束"],
    ["case", "after_call", "通话后建单"],
    ["dial_ended", "busy", "占线"],
    ["hang_up", "caller", "来电人"],
    ["stopped", "too_long", "通话过长"],
  ])("a transcript says %s %s as %s", (kind, code, word) => {
    expect(textWord(kind, code)).toBe(word);
  });

  it("a recorded transcript has none", () => {
    const { transcript } = answerOf<{ transcript: { kind: string; text: string }[] }>(
      "flow-simulation",
    );
    const codes = transcript
      .filter(({ kind }) => !["entered", "exit", "key", "pressed", "play"].includes(kind))
      .map(({ kind, text }) => textWord(kind, text))
      .filter((text) => /^[a-z_]+$/.test(text));
    expect(codes).toEqual([]);
  });
});

describe("what could not be read", () => {
  it.each([
    [403, "request.not_allowed", "您没有查看此页的权限", false],
    [404, "function.off", "本中心未开通此功能", false],
    [404, "request.not_found", "没有这项内容", false],
    [503, "service.database_unavailable", "没能读出数据", true],
  ])("%d %s is told as %s", (status, code, title, again) => {
    show(<LoadFailure error={new ApiError(code, "原因", status)} onRetry={() => {}} />);
    expect(screen.getByText(title)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /重\s?试/ }) !== null).toBe(again);
  });
});

describe("the title of the tab", () => {
  function Titled({ level, text }: { level: "alert" | "object" | "page"; text: string }) {
    useTitle(level, text);
    return null;
  }

  it("names the object and the page, and goes back when they are left", () => {
    const { rerender } = render(<Titled level="page" text="工单" />);
    expect(document.title).toBe("工单 · 连心");
    rerender(
      <>
        <Titled level="page" text="工单" />
        <Titled level="object" text="工单 9901" />
      </>,
    );
    expect(document.title).toBe("工单 9901 · 工单 · 连心");
    rerender(
      <>
        <Titled level="page" text="通话" />
        <Titled level="object" text="" />
        <Titled level="alert" text="● 来电" />
      </>,
    );
    expect(document.title).toBe("● 来电");
    cleanup();
    expect(document.title).toBe("连心");
  });
});

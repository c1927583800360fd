// @vitest-environment jsdom
import type { PromptRead } from "@lianxin/api";
import { screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { ConnectionForm } from "../src/features/connections/connection-form";
import type { Connection } from "../src/features/connections/data";
import type { Gateway } from "../src/features/notices/data";
import { GatewayForm } from "../src/features/notices/gateway-form";
import { Templates } from "../src/features/notices/templates";
import type { Poll } from "../src/features/polls/data";
import { PollForm } from "../src/features/polls/poll-form";
import { NewPromptDialog } from "../src/features/prompts/new-prompt";
import { Texts } from "../src/features/prompts/texts";
import { accepted, answerOf, listen, show } from "./harness";

const connections = answerOf<Connection[]>("connections");
const { poll } = answerOf<{ poll: Poll }>("poll");

const text = (name: RegExp) => screen.getByRole("textbox", { name });
const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));

describe("a connection", () => {
  for (const known of connections) {
    it(`of ${known.kind} is changed and keeps its secrets`, async () => {
      const sent = listen({});
      const done = vi.fn();
      show(<ConnectionForm known={known} onDone={done} onCancel={vi.fn()} />);
      await user.type(text(/^名称/), "二");
      await press("保存");
      await waitFor(() => expect(done).toHaveBeenCalledWith(known.code));
      const { version, headers } = known;
      const name = `${known.name}二`;
      expect(accepted(sent).body).toMatchObject({ version, headers, name, password: null });
    });
  }

  it("is made", async () => {
    const sent = listen({});
    const done = vi.fn();
    show(<ConnectionForm known={null} onDone={done} onCancel={vi.fn()} />);
    await user.type(text(/^编码/), "gas");
    await user.type(text(/^名称/), "燃气");
    await user.type(text(/^服务地址/), "https://gas.example");
    await press("保存");
    await waitFor(() => expect(done).toHaveBeenCalledWith("gas"));
    expect(accepted(sent).method).toBe("POST");
  });
});

describe("a poll", () => {
  it("is changed; times that were not touched are sent as they were read", async () => {
    const sent = listen({});
    const done = vi.fn();
    show(<PollForm known={poll} onDone={done} onCancel={vi.fn()} />);
    await user.type(text(/^标题/), "（二）");
    await press("保存");
    await waitFor(() => expect(done).toHaveBeenCalledWith(poll.code));
    const { version, opens_at, questions } = poll;
    expect(accepted(sent).body).toMatchObject({ version, opens_at, questions });
  });

  it("is made with a question of two choices", async () => {
    const sent = listen({});
    const done = vi.fn();
    show(<PollForm known={null} onDone={done} onCancel={vi.fn()} />);
    await user.type(text(/^标题/), "公交线路");
    await user.type(text(/^编码/), "bus");
    await user.type(text(/^题目/), "是否延长？");
    await user.type(text(/^按键 1/), "是");
    await user.type(text(/^按键 2/), "否");
    await press("保存");
    await waitFor(() => expect(done).toHaveBeenCalledWith("bus"));
    expect(accepted(sent).method).toBe("POST");
  });
});

describe("notices", () => {
  it("leave by the way that the gateway's form says", async () => {
    const sent = listen({});
    show(<GatewayForm gateway={answerOf<Gateway>("gateway")} />);
    const [path] = screen.getAllByRole("textbox");
    await user.type(path as HTMLElement, "/v2");
    await press("保存");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toMatchObject({ path: "/messages/v2" });
  });

  it("have words that can be changed", async () => {
    const sent = listen({ "/api/notices/templates": answerOf("templates") });
    show(<Templates />);
    const title = await screen.findByRole("heading", { name: /^工单受理告知/ });
    const form = within(title.closest("form") as HTMLElement);
    const [first] = form.getAllByRole("textbox");
    await user.type(first as HTMLElement, "谢谢");
    await user.click(form.getByRole("button", { name: "保存" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).path).toBe("/api/notices/templates/case_opened");
  });
});

describe("a prompt", () => {
  it("is made", async () => {
    const sent = listen({});
    const created = vi.fn();
    show(<NewPromptDialog onClose={vi.fn()} onCreated={created} />);
    await user.type(text(/^编号/), "typhoon");
    await user.type(text(/^文字/), "台风期间来电较多。");
    await press("保存");
    await waitFor(() => expect(created).toHaveBeenCalledWith("typhoon"));
    expect(accepted(sent).body).toMatchObject({ texts: { zh: "台风期间来电较多。" } });
  });

  it("gets another text", async () => {
    const sent = listen({});
    const prompt = answerOf<PromptRead>("prompt");
    show(<Texts prompt={prompt} chosen="zh" onChoose={vi.fn()} mayEdit />);
    await user.type(screen.getAllByRole("textbox")[0] as HTMLElement, "请稍后。");
    await press("保存文字");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toEqual({
      version: prompt.version,
      texts: { zh: `${prompt.texts.zh}请稍后。` },
    });
  });
});

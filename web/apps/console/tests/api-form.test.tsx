// @vitest-environment jsdom
import { ApiError, type PromptRead } from "@lianxin/api";
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { cleanup, screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { Input } from "antd";
import { describe, expect, it, vi } from "vitest";
import { ConnectionForm } from "../src/features/connections/connection-form";
import type { Connection } from "../src/features/connections/data";
import type { Poll } from "../src/features/polls/data";
import { PollForm } from "../src/features/polls/poll-form";
import { Texts } from "../src/features/prompts/texts";
import { ApiForm, FormItem, useApiForm } from "../src/shared/form";
import { controlOf, pathOf } from "../src/shared/form/paths";
import { answerOf, listen, show } from "./harness";

const { poll } = answerOf<{ poll: Poll }>("poll");
const connections = answerOf<Connection[]>("connections");
const MESSAGE = "填写的内容有误，请检查标出的各项。";

const text = (name: RegExp) => screen.getByRole("textbox", { name });
const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));

function refused(...names: string[]) {
  const fields = names.map((field) => ({ field, type: "string_too_long", limits: {} }));
  const error = { code: "request.invalid", message: MESSAGE, details: { fields } };
  return () => ({ status: 422, body: { error } });
}

const openPoll = () => show(<PollForm known={poll} onDone={vi.fn()} onCancel={vi.fn()} />);

describe("what the API names", () => {
  it("is a control, what stands around it, or the first in it", () => {
    const controls = ["name", "bell", "titles.zh", "titles.en", "rows.0.text"].map(pathOf);
    const found = (field: string) => controlOf(pathOf(field), controls)?.join(".");
    expect(found("rows.0.text")).toBe("rows.0.text");
    expect(found("bell.2")).toBe("bell");
    expect(found("titles")).toBe("titles.zh");
    expect(found("rows.1.text")).toBeUndefined();
  });

  it("is marked in a list of a list, and the first has the focus", async () => {
    listen({}, refused("questions.0.choices.1.text", "title"));
    openPoll();
    await press("保存");
    await waitFor(() => expect(screen.getAllByText(MESSAGE)).toHaveLength(3));
    const title = text(/^标题/);
    expect(title.getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(title);
    const [choice] = screen.getAllByRole("textbox", { name: /^按键 2/ });
    expect(choice?.getAttribute("aria-invalid")).toBe("true");
    await user.type(title, "二");
    expect(title.getAttribute("aria-invalid")).not.toBe("true");
    expect(choice?.getAttribute("aria-invalid")).toBe("true");
  });

  it("is said where it is no control of the form", async () => {
    listen({}, refused("ballot"));
    openPoll();
    await press("保存");
    expect(await screen.findByText(/ballot/)).toBeTruthy();
  });

  it("is asked for before anything is sent where it must be filled in", async () => {
    const sent = listen({});
    openPoll();
    await user.clear(text(/^标题/));
    await press("保存");
    expect(await screen.findByText("请填写此项。")).toBeTruthy();
    expect(document.activeElement).toBe(text(/^标题/));
    expect(sent).toEqual([]);
  });
});

describe("what was typed and not sent", () => {
  const again = async (version = poll.version) => {
    openPoll();
    await user.type(text(/^标题/), "（二）");
    cleanup();
    show(<PollForm known={{ ...poll, version }} onDone={vi.fn()} onCancel={vi.fn()} />);
  };

  it("is offered again, and gone once it was cancelled", async () => {
    await again();
    expect(text(/^标题/)).toHaveProperty("value", poll.title);
    await press("恢复");
    expect(text(/^标题/)).toHaveProperty("value", `${poll.title}（二）`);
    await press("取消");
    cleanup();
    openPoll();
    expect(screen.queryByRole("button", { name: "恢复" })).toBeNull();
  });

  it("is gone once it was saved", async () => {
    const sent = listen({});
    await again();
    await press("恢复");
    await press("保存");
    await waitFor(() => expect(sent).toHaveLength(1));
    await waitFor(() => expect(sessionStorage.length).toBe(0));
  });

  it("says that others changed it meanwhile", async () => {
    await again(poll.version + 1);
    expect(screen.getByText(/此后内容已有改动/)).toBeTruthy();
  });

  describe("over what others have changed since", () => {
    const [known] = connections as [Connection, ...Connection[]];
    const theirs = { ...known, version: known.version + 1, name: "别人改的" };
    const open = (one: Connection) =>
      show(<ConnectionForm known={one} onDone={vi.fn()} onCancel={vi.fn()} />);
    const begin = async () => {
      open(known);
      await user.type(text(/^名称/), "二");
      cleanup();
      open(theirs);
      expect(screen.getByText(/此后内容已有改动/)).toBeTruthy();
      await press("恢复");
      expect(text(/^名称/)).toHaveProperty("value", `${known.name}二`);
    };
    const sentNow = async () => {
      const sent = listen({});
      await press("保存");
      await waitFor(() => expect(sent).toHaveLength(1));
      return sent[0]?.body;
    };

    it("is judged by the server against the version that it was begun with", async () => {
      await begin();
      expect(await sentNow()).toMatchObject({ version: known.version });
    });

    it("is still judged so when it was kept once more", async () => {
      await begin();
      await user.type(text(/^名称/), "三");
      cleanup();
      open(theirs);
      await press("恢复");
      expect(text(/^名称/)).toHaveProperty("value", `${known.name}二三`);
      expect(await sentNow()).toMatchObject({ version: known.version });
    });
  });

  it("says that others changed it, of a text that is no object of its own", async () => {
    const prompt = answerOf<PromptRead>("prompt-heard");
    const open = (one: PromptRead) =>
      show(<Texts prompt={one} chosen="zh" onChoose={vi.fn()} mayEdit />);
    listen({});
    open(prompt);
    const [first] = screen.getAllByRole("textbox");
    await user.type(first as HTMLElement, "二");
    cleanup();
    open({ ...prompt, version: prompt.version + 1, texts: { ...prompt.texts, zh: "别人写的" } });
    expect(screen.getByText(/此后内容已有改动/)).toBeTruthy();
    cleanup();
    open(prompt);
    expect(screen.queryByText(/此后内容已有改动/)).toBeNull();
  });

  it("is kept without its secrets", async () => {
    const known = connections.find(({ kind }) => kind === "postgresql") as Connection;
    show(<ConnectionForm known={known} onDone={vi.fn()} onCancel={vi.fn()} />);
    await user.type(screen.getByLabelText(/^密码/), "geheim");
    await user.type(text(/^名称/), "二");
    const kept = JSON.stringify({ ...sessionStorage });
    expect(kept).toContain("二");
    expect(kept).not.toContain("geheim");
  });
});

describe("what others change meanwhile", () => {
  const [known] = connections as [Connection, ...Connection[]];
  const version = known.version + 1;
  const client = new QueryClient();
  /** Somebody saved it, and this page has read it. */
  const tell = async () => {
    client.setQueryData(["one"], { ...known, version, name: "新名称" });
    await screen.findByText(`第 ${version} 版`);
  };
  function One() {
    const { data } = useQuery({ queryKey: ["one"], queryFn: () => known, staleTime: Infinity });
    return (
      data && (
        <>
          <p>第 {data.version} 版</p>
          <ConnectionForm known={data} onDone={vi.fn()} onCancel={vi.fn()} />
        </>
      )
    );
  }
  const open = () => {
    client.setQueryData(["one"], known);
    show(
      <QueryClientProvider client={client}>
        <One />
      </QueryClientProvider>,
    );
  };

  it("shows where nothing was typed", async () => {
    const sent = listen({});
    open();
    await tell();
    expect(text(/^名称/)).toHaveProperty("value", "新名称");
    await press("保存");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toMatchObject({ version, name: "新名称" });
  });

  it("is not written over by who did not see it", async () => {
    const sent = listen({});
    open();
    await user.type(text(/^名称/), "二");
    await tell();
    expect(text(/^名称/)).toHaveProperty("value", `${known.name}二`);
    await press("保存");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toMatchObject({ version: known.version });
  });
});

describe("somebody was faster", () => {
  function One({ error, onConflict }: { error: ApiError; onConflict: () => void }) {
    const state = useApiForm({
      name: "one",
      initial: { name: "" },
      write: () => Promise.reject(error),
      onDone: vi.fn(),
      onConflict,
    });
    return (
      <ApiForm state={state}>
        <FormItem name="name" label="名称">
          <Input />
        </FormItem>
      </ApiForm>
    );
  }

  it("with the same thing: who is here must choose, and nothing is shown as wrong", async () => {
    const conflict = vi.fn();
    const error = new ApiError("poll.version_conflict", "有人先保存了", 409);
    show(<One error={error} onConflict={conflict} />);
    await user.type(text(/^名称/), "一");
    await press("保存");
    await waitFor(() => expect(conflict).toHaveBeenCalledOnce());
    expect(screen.queryByRole("alert")).toBeNull();
    expect(text(/^名称/)).toHaveProperty("value", "一");
  });

  it("and took the name: the field is marked, whatever the error is called", async () => {
    const conflict = vi.fn();
    const fields = [{ field: "name", type: "poll.name_taken", limits: {} }];
    const error = new ApiError("poll.name_taken", "名称已被使用", 409, { fields });
    show(<One error={error} onConflict={conflict} />);
    await user.type(text(/^名称/), "一");
    await press("保存");
    await waitFor(() => expect(screen.getAllByText("名称已被使用")).toHaveLength(2));
    expect(document.activeElement).toBe(text(/^名称/));
    expect(conflict).not.toHaveBeenCalled();
  });
});

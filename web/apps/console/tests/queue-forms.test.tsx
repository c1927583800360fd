// @vitest-environment jsdom
import type { QueueRead } from "@lianxin/api";
import { screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { describe, expect, it } from "vitest";
import { QueueForm } from "../src/features/queues/queue-form";
import { QueuesPage } from "../src/features/queues/queues-page";
import { KeysProvider } from "../src/shared/keys";
import { accepted, answerOf, listen, refused, show } from "./harness";

const [queue] = answerOf<[QueueRead]>("queues");
const tick = (name: string) => screen.getByRole("checkbox", { name });
const save = () => user.click(screen.getByRole("button", { name: /^保存/ }));

describe("how a queue is set", () => {
  it("lets agents cut the announcement, as the API takes it", async () => {
    const sent = listen({}, ({ body }) => ({ body: { ...queue, ...(body as object) } }));
    show(<QueueForm queue={queue} mayChange />);
    await user.click(tick("坐席可以截断报工号"));
    await save();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent)).toMatchObject({
      path: `/api/queues/${queue.code}`,
      body: { may_cut_announcement: true, version: queue.version, name: queue.name },
    });
  });

  it("cuts nothing where nothing is announced", async () => {
    listen({});
    show(<QueueForm queue={queue} mayChange />);
    await user.click(tick("接通前向来电人报工号"));
    await waitFor(() => expect(tick("坐席可以截断报工号")).toHaveProperty("disabled", true));
  });

  it("marks what the API names, and keeps what was typed", async () => {
    const MESSAGE = "填写的内容有误，请检查标出的各项。";
    listen({}, refused("request.invalid", MESSAGE, "name"));
    show(<QueueForm queue={queue} mayChange />);
    const name = screen.getByRole("textbox", { name: "名称" });
    await user.clear(name);
    await user.type(name, "综合");
    await save();
    await waitFor(() => expect(name.getAttribute("aria-invalid")).toBe("true"));
    expect(name).toHaveProperty("value", "综合");
    expect(name).toBe(document.activeElement);
  });

  it("stands in a list that says what callers are told", async () => {
    listen({ "/api/queues": [{ ...queue, may_cut_announcement: true }] });
    show(
      <KeysProvider>
        <Routes>
          <Route path="lines/queues/:code?" element={<QueuesPage />} />
        </Routes>
      </KeysProvider>,
      { at: "/lines/queues" },
    );
    expect(await screen.findByText("报工号，坐席可截断")).toBeTruthy();
    await user.click(screen.getByRole("row", { name: new RegExp(queue.name) }));
    expect(await screen.findByRole("form", { name: queue.name })).toBeTruthy();
  });
});

// @vitest-environment jsdom
import type { QueueRead, Session } from "@lianxin/api";
import { screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { describe, expect, it } from "vitest";
import { MembersForm } from "../src/features/queues/members-form";
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

const ITEMS = [
  { id: 1, number: "8001", name: "李示范", roles: ["agent"], rights: [], active: true },
  { id: 2, number: "8002", name: "王示范", roles: ["agent"], rights: [], active: true },
  { id: 3, number: "8009", name: "已离职", roles: ["agent"], rights: [], active: false },
  { id: 4, number: "9000", name: "管理员甲", roles: ["administrator"], rights: [], active: true },
];
const PEOPLE = { items: ITEMS, next: null, total: ITEMS.length };

describe("who serves a queue", () => {
  const served = { ...queue, agents: ["8001"] };
  const box = () => screen.getByRole("combobox", { name: "值守坐席" });

  it("is added and taken out among the agents of the centre", async () => {
    const sent = listen({ "/api/people": PEOPLE }, ({ body }) => ({
      body: { ...served, ...(body as object), version: served.version + 1 },
    }));
    show(<MembersForm queue={served} />);
    expect(await screen.findByText("8001 李示范")).toBeTruthy();
    await user.click(box());
    const offered = await screen.findAllByText(/示范$|离职|管理员/, {
      selector: ".ant-select-item-option-content",
    });
    expect(offered.map((each) => each.textContent)).toEqual(["8001 李示范", "8002 王示范"]);
    await user.click(offered[1] as HTMLElement);
    await user.click(offered[0] as HTMLElement);
    await save();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent)).toMatchObject({
      method: "PUT",
      path: `/api/queues/${queue.code}/members`,
      body: { agents: ["8002"], version: served.version },
    });
  });

  it("is marked where somebody is no agent any more", async () => {
    const message = "本中心没有工号为 8002 的坐席。";
    listen({ "/api/people": PEOPLE }, refused("queue.no_such_agents", message, "agents"));
    show(<MembersForm queue={served} />);
    await screen.findByText("8001 李示范");
    await user.type(box(), "王");
    const selector = ".ant-select-item-option-content";
    await user.click(await screen.findByText("8002 王示范", { selector }));
    await save();
    await waitFor(() => expect(screen.getAllByText(message).length).toBeGreaterThan(0));
    expect(screen.getAllByText("8002 王示范").length).toBeGreaterThan(0);
    expect(document.activeElement).toBe(box());
  });

  it.each([
    ["supervisor", 1],
    ["flow_editor", 0],
  ])("is changed by a %s: %i", async (role, forms) => {
    listen({ "/api/queues": [served], "/api/people": PEOPLE });
    show(
      <KeysProvider>
        <Routes>
          <Route path="lines/queues/:code?" element={<QueuesPage />} />
        </Routes>
      </KeysProvider>,
      {
        at: `/lines/queues/${queue.code}`,
        session: { ...answerOf<Session>("session"), roles: [role as "supervisor"] },
      },
    );
    await screen.findByRole("form", { name: queue.name });
    expect(screen.queryAllByRole("form", { name: "值守坐席" })).toHaveLength(forms);
  });

  it("is saved, and what is typed of the same queue beside it is saved over that", async () => {
    let now: QueueRead = served;
    const reads = { "/api/queues": [now], "/api/people": PEOPLE };
    const sent = listen(reads, ({ body }) => {
      const { version } = body as QueueRead;
      if (version !== now.version) {
        const details = { version: now.version, by: "9000 管理员甲" };
        const error = { code: "queue.version_conflict", message: "已被修改", details };
        return { status: 409, body: { error } };
      }
      now = { ...now, ...(body as object), version: version + 1 };
      reads["/api/queues"] = [now];
      return { body: now };
    });
    show(
      <KeysProvider>
        <Routes>
          <Route path="lines/queues/:code?" element={<QueuesPage />} />
        </Routes>
      </KeysProvider>,
      { at: `/lines/queues/${queue.code}` },
    );
    const settings = within(await screen.findByRole("form", { name: queue.name }));
    const members = within(await screen.findByRole("form", { name: "值守坐席" }));
    await user.type(settings.getByRole("textbox", { name: "名称" }), "甲");
    await screen.findByText("8001 李示范");
    await user.type(box(), "王");
    const selector = ".ant-select-item-option-content";
    await user.click(await screen.findByText("8002 王示范", { selector }));
    await user.click(members.getByRole("button", { name: /^保存/ }));
    await waitFor(() => expect(now.version).toBe(served.version + 1));
    await user.click(settings.getByRole("button", { name: /^保存/ }));
    await waitFor(() => expect(now.version).toBe(served.version + 2));
    expect(sent).toHaveLength(2);
    expect(now).toMatchObject({ name: `${queue.name}甲`, agents: ["8001", "8002"] });
  });
});

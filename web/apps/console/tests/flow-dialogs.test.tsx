// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { ConflictDialog } from "../src/features/flows/conflict-dialog";
import {
  type FlowDetail,
  type ScenarioResult,
  useFlowVocabulary,
  type VersionItem,
} from "../src/features/flows/data";
import type { DraftKeeper } from "../src/features/flows/draft-keeper";
import { EditorHead } from "../src/features/flows/editor-head";
import { EditorView } from "../src/features/flows/editor-view";
import { PublishDialog } from "../src/features/flows/publish-dialog";
import { KeysProvider } from "../src/shared/keys";
import { keeperOf } from "./flow-keeper";
import { accepted, answerOf, confirmation, listen, type Sent, show } from "./harness";

const flow = answerOf<FlowDetail>("flow");
const run = answerOf<ScenarioResult[]>("flow-run");
const [version] = answerOf<{ items: [VersionItem] }>("flow-versions").items;
const reads = {
  "/api/flows/vocabulary": answerOf("flow-vocabulary"),
  "/api/flows/duty": flow,
  "/api/flows/duty/versions": answerOf("flow-versions"),
  "/api/flows/duty/scenarios": answerOf("flow-scenarios"),
};

const text = (name: RegExp) => screen.getByRole("textbox", { name });
const press = async (name: string | RegExp) =>
  user.click(await screen.findByRole("button", { name }));

type Reply = { status?: number; body: unknown };

/** The API of a flow: its scenarios are run, and what else is written is answered by `reply`. */
function listenToFlow(results: ScenarioResult[], reply: (sent: Sent) => Reply): Sent[] {
  return listen(reads, (sent) =>
    sent.path.endsWith("/scenarios/run") ? { body: results } : reply(sent),
  );
}

const written = (sent: readonly Sent[], end: string) =>
  sent.filter(({ path }) => path.endsWith(end));

describe("publishing", () => {
  const published = () => ({ status: 201, body: version });
  const open = () => {
    const close = vi.fn();
    show(<PublishDialog flow={flow} keeper={keeperOf(flow)} onClose={close} />);
    return close;
  };
  const ready = () => screen.findByText(/2 个测试场景全部通过/);
  const publish = () => user.click(screen.getByRole("button", { name: "发布" }));

  it("sends the note once all scenarios passed", async () => {
    const sent = listenToFlow(run, published);
    const close = open();
    await waitFor(() => expect(document.activeElement).toBe(text(/^发布说明/)));
    await user.type(text(/^发布说明/), "先问候");
    await ready();
    await publish();
    await waitFor(() => expect(close).toHaveBeenCalledOnce());
    expect(accepted(written(sent, "/publish")).body).toEqual({
      version: flow.draft.version,
      note: "先问候",
      reason: "",
      at: null,
    });
    expect(await screen.findByText(/第 2 版已发布/)).toBeTruthy();
  });

  it("asks why, where a scenario fails", async () => {
    const results = run.map((each) => ({ ...each, passed: false, difference: ["- 夜铃"] }));
    const sent = listenToFlow(results, published);
    const close = open();
    expect(await screen.findByText(/2 个测试场景未通过/)).toBeTruthy();
    await user.type(text(/^发布说明/), "先问候");
    await publish();
    expect(await screen.findByText("请填写此项。")).toBeTruthy();
    expect(document.activeElement).toBe(text(/^仍要发布的理由/));
    expect(written(sent, "/publish")).toEqual([]);
    await user.type(text(/^仍要发布的理由/), "演示");
    await publish();
    await waitFor(() => expect(close).toHaveBeenCalledOnce());
    expect(accepted(written(sent, "/publish")).body).toMatchObject({ reason: "演示" });
  });

  it("is for later at a moment of the centre's clock", async () => {
    const sent = listenToFlow(run, published);
    open();
    await user.type(text(/^发布说明/), "先问候");
    await ready();
    await user.click(screen.getByRole("radio", { name: "定时生效" }));
    await press("定时发布");
    await waitFor(() => expect(written(sent, "/publish")).toHaveLength(1));
    const { at } = accepted(written(sent, "/publish")).body as { at: string };
    expect(at).toMatch(/\+08:00$/);
    expect(Date.parse(at) - Date.now()).toBeGreaterThan(23 * 3600_000);
  });

  it("marks what the API names, and keeps what was typed", async () => {
    const message = "填写的内容有误，请检查标出的各项。";
    const fields = [{ field: "note", type: "string_too_long", limits: {} }];
    const error = { code: "request.invalid", message, details: { fields } };
    listenToFlow(run, () => ({ status: 422, body: { error } }));
    const close = open();
    await user.type(text(/^发布说明/), "先问候");
    await ready();
    await publish();
    await waitFor(() => expect(text(/^发布说明/).getAttribute("aria-invalid")).toBe("true"));
    expect(text(/^发布说明/)).toHaveProperty("value", "先问候");
    expect(close).not.toHaveBeenCalled();
  });

  it("lists what is wrong with the drawing", async () => {
    const faults = [{ code: "x", place: "nodes.main", text: "没有出口" }];
    const error = { code: "flow.broken", message: "流程有错误。", details: { faults } };
    listenToFlow(run, () => ({ status: 422, body: { error } }));
    open();
    await user.type(text(/^发布说明/), "先问候");
    await ready();
    await publish();
    expect(await screen.findByText("nodes.main")).toBeTruthy();
  });

  it("leads from what is wrong to the node where it is", async () => {
    const faults = [{ code: "x", place: "nodes.message.next", text: "没有出口" }];
    const error = { code: "flow.broken", message: "流程有错误。", details: { faults } };
    listenToFlow(run, () => ({ status: 422, body: { error } }));
    const keeper = keeperOf(flow);
    const close = vi.fn();
    show(<PublishDialog flow={flow} keeper={keeper} onClose={close} />);
    await user.type(text(/^发布说明/), "先问候");
    await ready();
    await publish();
    await press(/^留言 › /);
    expect(close).toHaveBeenCalledOnce();
    expect(keeper.store.get().selected).toEqual(["message"]);
  });

  it("tries the scenarios again when they could not be run", async () => {
    const message = "系统暂时无法存取数据，通话不受影响，请稍后重试。";
    const error = { code: "service.database_unavailable", message, details: {} };
    const sent = listen(reads, () =>
      sent.length === 1 ? { status: 503, body: { error } } : { body: run },
    );
    open();
    expect(await screen.findByText(message)).toBeTruthy();
    await press("重试");
    expect(await ready()).toBeTruthy();
  });
});

describe("two who drew on one draft", () => {
  const conflict = answerOf<{ error: object }>("flow-conflict");

  /** Ours says two languages where theirs says one; the API has refused it. */
  async function open(reply: (sent: Sent) => Reply): Promise<[DraftKeeper, Sent[]]> {
    const keeper = keeperOf(flow);
    listen(reads, () => ({ status: 409, body: conflict }));
    keeper.start();
    keeper.store.apply(({ spec, layout }) => ({
      spec: { ...spec, languages: ["zh", "en"] },
      layout,
    }));
    await keeper.save();
    const keeping = keeper.get();
    if (keeping.state !== "conflict") throw new Error(keeping.state);
    const sent = listen(reads, reply);
    function Dialog() {
      const known = useFlowVocabulary().data;
      if (known === undefined) return null;
      const { vocabulary } = known;
      const { theirs } = keeping as Extract<typeof keeping, { state: "conflict" }>;
      return <ConflictDialog {...{ flow, keeper, theirs, vocabulary }} />;
    }
    show(<Dialog />);
    expect(await screen.findByRole("dialog", { name: /9000 管理员甲/ })).toBeTruthy();
    return [keeper, sent];
  }

  it("are merged once it is chosen whose is kept", async () => {
    const [keeper, sent] = await open(() => ({ body: { ...flow.draft, version: 3 } }));
    const merge = screen.getByRole("button", { name: "合并" });
    expect(merge).toHaveProperty("disabled", true);
    await user.click(screen.getByRole("radio", { name: "我的" }));
    await user.click(merge);
    await waitFor(() => expect(keeper.get().state).toBe("saved"));
    const { method, path, body } = accepted(sent);
    expect([method, path]).toEqual(["PUT", "/api/flows/duty/draft"]);
    expect(body).toMatchObject({ version: 2, spec: { languages: ["zh", "en"] } });
  });

  it("are asked for the name that both gave one node", async () => {
    const keeper = keeperOf(flow);
    const { spec, layout } = keeper.store.get().document;
    const theirs = { ...layout, notes: { ...layout.notes, message: "他的名字" } };
    const details = { version: 2, by: "9000 管理员甲", at: "", spec, layout: theirs };
    const error = { code: "flow.draft_conflict", message: "x", details };
    listen(reads, () => ({ status: 409, body: { error } }));
    keeper.start();
    keeper.store.apply((document) => ({
      ...document,
      layout: { ...document.layout, notes: { ...document.layout.notes, message: "我的名字" } },
    }));
    await keeper.save();
    const sent = listen(reads, () => ({ body: { ...flow.draft, version: 3 } }));
    function Dialog() {
      const known = useFlowVocabulary().data;
      const keeping = keeper.get();
      if (known === undefined || keeping.state !== "conflict") return null;
      const { vocabulary } = known;
      return <ConflictDialog {...{ flow, keeper, theirs: keeping.theirs, vocabulary }} />;
    }
    show(<Dialog />);
    expect(await screen.findByText("我的名字")).toBeTruthy();
    expect(screen.getByText("他的名字")).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "我的" }));
    await user.click(screen.getByRole("button", { name: "合并" }));
    await waitFor(() => expect(keeper.get().state).toBe("saved"));
    expect(accepted(sent).body).toMatchObject({ layout: { notes: { message: "我的名字" } } });
  });

  it("are two flows when ours is kept by itself, made once even when saving fails", async () => {
    const message = "系统暂时无法存取数据，通话不受影响，请稍后重试。";
    const error = { code: "service.database_unavailable", message, details: {} };
    let saves = 0;
    const [keeper, sent] = await open(({ method, body }) => {
      if (method === "POST") return { status: 201, body: { ...flow, ...(body as object) } };
      saves += 1;
      return saves === 1 ? { status: 503, body: { error } } : { body: flow.draft };
    });
    await press("我的另存为新流程");
    expect(await screen.findByText(message)).toBeTruthy();
    expect(keeper.get().state).toBe("conflict");
    await press("我的另存为新流程");
    await waitFor(() => expect(keeper.get().state).toBe("saved"));
    const made = accepted(sent.filter(({ method }) => method === "POST"));
    expect(made.body).toMatchObject({ name: "值班流程（我的修改）", template: "empty" });
    const spec = { languages: ["zh", "en"], title: "值班流程（我的修改）" };
    expect(accepted(sent.slice(-1)).body).toMatchObject({ spec });
    expect(keeper.store.get().document.spec.languages).toEqual(["zh"]);
  });

  it("is theirs when that is confirmed", async () => {
    const [keeper, sent] = await open(() => ({ body: {} }));
    await press("采用对方的");
    const sure = await confirmation("放弃我的修改？");
    await user.click(within(sure).getByRole("button", { name: "采用对方的" }));
    await waitFor(() => expect(keeper.get().state).toBe("saved"));
    expect(keeper.store.get().document.spec.languages).toEqual(["zh"]);
    expect(sent).toEqual([]);
  });
});

describe("the editor", () => {
  it("publishes by Ctrl+Enter, and gives its versions", async () => {
    listenToFlow(run, () => ({ body: { findings: [], editors: [], version: 1 } }));
    const keeper = keeperOf(flow);
    function Editor() {
      const known = useFlowVocabulary().data;
      if (known === undefined) return null;
      return <EditorView {...{ flow, known, keeper }} readOnly={false} />;
    }
    show(
      <KeysProvider>
        <Editor />
      </KeysProvider>,
    );
    expect(await screen.findByRole("heading", { name: "值班流程" })).toBeTruthy();
    await user.keyboard("{Control>}{Enter}{/Control}");
    const dialog = await screen.findByRole("dialog", { name: /^发布流程/ });
    await user.click(within(dialog).getByRole("button", { name: "取消" }));
    await press(/^版本/);
    expect(await screen.findByText("改了问候")).toBeTruthy();
  });

  it("calls off what is to come into force later", async () => {
    const sent = listen(reads, () => ({ status: 200, body: {} }));
    const { number, at, by } = version;
    const props = {
      flow: { ...flow, scheduled: { number, at, by } },
      keeper: keeperOf(flow),
      keeping: { state: "saved", at: null },
      others: [],
      readOnly: false,
      live: false,
      onLive: vi.fn(),
      onVersions: vi.fn(),
      onPublish: vi.fn(),
    } as const;
    show(<EditorHead {...props} />);
    await press(/^第 2 版/);
    await user.click(await screen.findByRole("menuitem", { name: "取消定时发布" }));
    const sure = await confirmation("取消第 2 版的定时发布？");
    await user.click(within(sure).getByRole("button", { name: "取消定时发布" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ method: "DELETE", path: "/api/flows/duty/scheduled" });
    expect(await screen.findByText("定时发布已取消")).toBeTruthy();
  });
});

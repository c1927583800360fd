// @vitest-environment jsdom
import { EditorStore, NODE_TYPES, readDocument } from "@lianxin/flow-editor";
import { screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  type FlowDetail,
  type Scenario,
  type ScenarioResult,
  type Simulated,
  useFlowVocabulary,
} from "../src/features/flows/data";
import { Scenarios } from "../src/features/flows/scenarios";
import { SetupForm } from "../src/features/flows/setup-form";
import { Simulator } from "../src/features/flows/simulator";
import { useSimulation } from "../src/features/flows/use-simulation";
import { accepted, answerOf, confirmation, listen, type Sent, show } from "./harness";

const flow = answerOf<FlowDetail>("flow");
const simulated = answerOf<Simulated>("flow-simulation");
const scenarios = answerOf<Scenario[]>("flow-scenarios");
const results = answerOf<ScenarioResult[]>("flow-run");
const reads = {
  "/api/flows/vocabulary": answerOf("flow-vocabulary"),
  "/api/flows/duty/scenarios": scenarios,
  "/api/lines": answerOf("lines"),
};

beforeEach(() => {
  // jsdom neither plays nor scrolls.
  vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
  vi.spyOn(HTMLMediaElement.prototype, "pause").mockReturnValue();
  Element.prototype.scrollTo = () => undefined;
});

const press = async (name: string | RegExp) =>
  user.click(await screen.findByRole("button", { name }));
const text = (name: RegExp) => screen.findByRole("textbox", { name });

type Pane = "setup" | "simulator" | "scenarios";

function Tried({ pane }: { pane: Pane }) {
  const { spec, layout } = flow.draft;
  const store = new EditorStore(NODE_TYPES, readDocument(spec, layout));
  return <Panes pane={pane} store={store} />;
}

function Panes({ pane, store }: { pane: Pane; store: EditorStore }) {
  const known = useFlowVocabulary().data;
  const simulation = useSimulation("duty", store, flow);
  if (known === undefined) return null;
  const common = { code: "duty", simulation, store, readOnly: false };
  if (pane === "setup") return <SetupForm simulation={simulation} known={known} />;
  if (pane === "simulator") return <Simulator {...common} known={known} />;
  return <Scenarios {...common} onOpened={vi.fn()} />;
}

describe("a simulated call", () => {
  it("begins as its setup says", async () => {
    const sent = listen(reads, () => ({ body: simulated }));
    show(<Tried pane="simulator" />);
    const caller = await text(/^来电号码/);
    await user.clear(caller);
    await user.type(caller, "021-5550 0001");
    await press("开始通话");
    expect(await screen.findByRole("list", { name: "通话经过" })).toBeTruthy();
    const { path, body } = accepted(sent);
    expect(path).toBe("/api/flows/duty/simulate");
    const at = expect.stringMatching(/\+08:00$/);
    expect(body).toMatchObject({ setup: { caller: "02155500001", at }, steps: [] });
  });

  it("says what is wrong with a drawing that cannot be walked", async () => {
    const faults = [{ code: "x", place: "nodes.main", text: "没有出口" }];
    const error = { code: "flow.broken", message: "流程有错误。", details: { faults } };
    listen(reads, () => ({ status: 422, body: { error } }));
    show(<Tried pane="simulator" />);
    await press("开始通话");
    expect(await screen.findByText("nodes.main")).toBeTruthy();
  });

  it("goes on to the fault, keeps what was heard, and leads to where it is mended", async () => {
    const place = "nodes.message.done";
    const met = {
      code: "flow.exit_nowhere",
      place,
      node: "message",
      message: "没有接到任何节点。",
    };
    listen(reads, () => ({ body: { ...simulated, waiting: [], fault: met } }));
    const { spec, layout } = flow.draft;
    const store = new EditorStore(NODE_TYPES, readDocument(spec, layout));
    show(<Panes pane="simulator" store={store} />);
    await press("开始通话");
    expect(await screen.findByRole("list", { name: "通话经过" })).toBeTruthy();
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("没有接到任何节点");
    expect(screen.getByRole("button", { name: "按 1" })).toHaveProperty("disabled", false);
    expect(screen.getByRole("group", { name: "拨号键盘" })).toHaveProperty("disabled", true);
    await user.click(within(alert).getByRole("button", { name: "留言 › 出口“完成”" }));
    expect(store.get()).toMatchObject({
      selected: ["message"],
      sought: { id: "message", field: "done" },
    });
  });

  it("shows the times that the caller lives through, and which are estimated", async () => {
    const line = { node: "message", step: 0, text: "请留言", kind: "play" };
    const transcript = [
      { ...line, at: 0, data: { seconds: 4.25, estimated: true, missing: [] } },
      { ...line, at: 64.3, data: { seconds: 2, estimated: false, missing: ["beep"] } },
    ];
    listen(reads, () => ({ body: { ...simulated, transcript, seconds: 66.3 } }));
    show(<Tried pane="simulator" />);
    await press("开始通话");
    const list = await screen.findByRole("list", { name: "通话经过" });
    const texts = within(list)
      .getAllByRole("listitem")
      .map((item) => item.textContent);
    expect(texts[0]).toMatch(/^0:00\.0.*请留言 ≈ 4\.3 秒$/);
    expect(texts[1]).toMatch(/^1:04\.3.*请留言 2\.0 秒.*听不到：beep/);
    expect(screen.getByTitle("通话时长").textContent).toBe("1:06.3");
  });

  it("is kept as a scenario with what came of it, and keeps its name when that is taken", async () => {
    const message = "已有同名的测试场景。";
    const error = { code: "flow.scenario_name_taken", message, details: {} };
    const kept: Sent[] = [];
    const sent = listen(reads, (one) => {
      if (one.path.endsWith("/simulate")) return { body: simulated };
      kept.push(one);
      return kept.length === 1
        ? { status: 409, body: { error } }
        : { status: 201, body: scenarios[0] };
    });
    show(<Tried pane="simulator" />);
    await press("开始通话");
    await press("存为测试场景");
    const name = await text(/^场景名称/);
    await waitFor(() => expect(document.activeElement).toBe(name));
    await user.type(name, "夜间{Enter}");
    expect(await screen.findByText(message)).toBeTruthy();
    expect(name).toHaveProperty("value", "夜间");
    await user.type(name, "来电{Enter}");
    expect(await screen.findByText("测试场景“夜间来电”已保存")).toBeTruthy();
    const { body } = accepted(sent.slice(-1));
    expect(body).toMatchObject({ name: "夜间来电", expected: simulated.transcript });
    expect(kept).toHaveLength(2);
  });
});

describe("the setup", () => {
  it("says where an answer's data are no JSON", async () => {
    listen(reads);
    show(<Tried pane="setup" />);
    await press("+ 添加");
    const data = await text(/^数据/);
    await user.type(data, "{{");
    expect(data.getAttribute("aria-invalid")).toBe("true");
    const note = document.getElementById(data.getAttribute("aria-describedby") ?? "");
    expect(note?.textContent).toContain("不是 JSON 对象");
    await user.type(data, "}");
    expect(data.getAttribute("aria-invalid")).toBe("false");
    await press("去掉");
    expect(screen.queryByRole("textbox", { name: /^数据/ })).toBeNull();
  });
});

describe("scenarios", () => {
  const failing = results.map((each) => ({ ...each, passed: each.id !== 1 }));
  const reply = ({ path }: Sent) => {
    if (path.endsWith("/run")) return { body: failing };
    return { body: path.endsWith("/simulate") ? simulated : scenarios[0] };
  };

  it("are run, and what comes now is made what is expected", async () => {
    const sent = listen(reads, reply);
    show(<Tried pane="scenarios" />);
    await press("全部运行");
    await press("把现在的结果作为预期");
    expect(await screen.findByText("预期已更新")).toBeTruthy();
    const [, , changed] = sent;
    const { path, body } = accepted([changed as Sent]);
    expect(path).toBe("/api/flows/duty/scenarios/1");
    const [{ name, setup }] = scenarios as [Scenario];
    expect(body).toMatchObject({ name, setup, expected: simulated.transcript });
  });

  it("are deleted once it is confirmed, and say why when they are not", async () => {
    const message = "系统暂时无法存取数据，通话不受影响，请稍后重试。";
    const error = { code: "service.database_unavailable", message, details: {} };
    const sent = listen(reads, () => ({ status: 503, body: { error } }));
    show(<Tried pane="scenarios" />);
    const [remove] = await screen.findAllByRole("button", { name: "删除" });
    await user.click(remove as HTMLElement);
    const sure = await confirmation("删除测试场景“夜间来电”？");
    await user.click(within(sure).getByRole("button", { name: "删除" }));
    expect(await screen.findByText(message)).toBeTruthy();
    expect(sent[0]).toMatchObject({ method: "DELETE", path: "/api/flows/duty/scenarios/1" });
  });
});

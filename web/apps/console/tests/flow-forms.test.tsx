// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { FlowDetail, FlowItem } from "../src/features/flows/data";
import { FlowActs } from "../src/features/flows/flow-acts";
import { FlowsPage } from "../src/features/flows/flows-page";
import { ImportDialog } from "../src/features/flows/import-dialog";
import { NewFlowDialog } from "../src/features/flows/new-flow";
import { ReviewBox } from "../src/features/flows/review-box";
import { VersionList } from "../src/features/flows/version-list";
import { keeperOf } from "./flow-keeper";
import { accepted, answerOf, confirmation, listen, show } from "./harness";

const flow = answerOf<FlowDetail>("flow");
const vocabulary = answerOf("flow-vocabulary");
const reads = {
  "/api/flows/vocabulary": vocabulary,
  "/api/flows/duty": flow,
  "/api/flows/duty/versions": answerOf("flow-versions"),
};

const text = (name: RegExp) => screen.getByRole("textbox", { name });
const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));

/** What the API refuses, as it does: `request.invalid` names fields. */
function refused(status: number, code: string, message: string, details: object = {}) {
  return () => ({ status, body: { error: { code, message, details } } });
}
const INVALID = "填写的内容有误，请检查标出的各项。";
const invalid = (...names: string[]) =>
  refused(422, "request.invalid", INVALID, {
    fields: names.map((field) => ({ field, type: "string_too_long", limits: {} })),
  });

describe("a new flow", () => {
  const open = (beginning = {}) => show(<NewFlowDialog beginning={beginning} onClose={vi.fn()} />);

  it("is made from a template, by Enter", async () => {
    const sent = listen(reads, () => ({ body: flow }));
    open();
    await waitFor(() => expect(document.activeElement).toBe(text(/^名称/)));
    await user.type(text(/^名称/), "夜间");
    await user.type(text(/^代码/), "night_line{Enter}");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toEqual({
      code: "night_line",
      name: "夜间",
      kind: "flow",
      template: "article",
      copy_of: "",
    });
  });

  it("that is a copy is of the kind of what is copied", async () => {
    const sent = listen(reads, () => ({ body: flow }));
    const copied: Pick<FlowItem, "code" | "kind"> = { code: "ask", kind: "subflow" };
    open({ copied, name: "询问 副本" });
    expect(screen.queryByRole("radiogroup")).toBeNull();
    await user.type(text(/^代码/), "ask2");
    await press("新建并打开");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toMatchObject({ kind: "subflow", template: "", copy_of: "ask" });
  });

  it("is not sent before it has a name and a code of the right form", async () => {
    const sent = listen(reads);
    open();
    await user.type(text(/^代码/), "9 x");
    await press("新建并打开");
    expect(await screen.findByText("请填写此项。")).toBeTruthy();
    expect(screen.getByText(/^以小写字母开头/)).toBeTruthy();
    expect(document.activeElement).toBe(text(/^名称/));
    expect(sent).toEqual([]);
  });

  it("keeps what was typed when it is refused, and after a reload", async () => {
    listen(reads, invalid("code"));
    open();
    await user.type(text(/^名称/), "夜间");
    await user.type(text(/^代码/), "night");
    await press("新建并打开");
    await waitFor(() => expect(text(/^代码/).getAttribute("aria-invalid")).toBe("true"));
    expect(document.activeElement).toBe(text(/^代码/));
    cleanup();
    open();
    await press("恢复");
    expect(text(/^名称/)).toHaveProperty("value", "夜间");
    expect(text(/^代码/)).toHaveProperty("value", "night");
  });
});

describe("the import", () => {
  const file = new File(['{"spec":2}'], "duty.json", { type: "application/json" });
  const open = () => show(<ImportDialog onClose={vi.fn()} />);
  const choose = async () => {
    await user.upload(screen.getByLabelText("选择文件", { selector: "input" }), file);
    expect(await screen.findByText("duty.json")).toBeTruthy();
  };
  const made = { code: "duty", name: "值班流程", made: [], missing_prompts: [], draft: flow.draft };

  it("sends the text of the file, and where it is to go", async () => {
    const sent = listen(reads, () => ({ status: 201, body: made }));
    open();
    await choose();
    await user.type(text(/^导入为代码/), "duty2{Enter}");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toEqual({
      code: "duty2",
      name: "",
      file: '{"spec":2}',
      replace: null,
    });
  });

  it("asks for a file", async () => {
    const sent = listen(reads);
    open();
    await press("导入");
    expect(await screen.findByText("请选择文件。")).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "选择文件" }));
    expect(sent).toEqual([]);
  });

  it("lists what is wrong with the file, by its place", async () => {
    const faults = [{ code: "x", place: "flow.spec.nodes.main", text: "没有这个节点" }];
    listen(reads, refused(422, "flow.broken", "流程有错误，请按列出的位置修改。", { faults }));
    open();
    await choose();
    await press("导入");
    expect(await screen.findByText("flow.spec.nodes.main")).toBeTruthy();
    expect(screen.getByText("流程有错误，请按列出的位置修改。")).toBeTruthy();
  });

  it("takes the place of a draft that is there, when that is pressed", async () => {
    const taken = refused(409, "flow.code_taken", "流程代码 duty 已被使用。", { code: "duty" });
    const sent = listen(reads, () => (sent.length === 1 ? taken() : { status: 201, body: made }));
    open();
    await choose();
    await press("导入");
    await user.click(await screen.findByRole("button", { name: /替换/ }));
    await waitFor(() => expect(sent).toHaveLength(2));
    const { body } = accepted(sent.slice(1));
    expect(body).toMatchObject({ code: "duty", replace: flow.draft.version });
  });
});

describe("the versions", () => {
  it("are listed, and an earlier one is published again once it is confirmed", async () => {
    const sent = listen(reads);
    const [late] = answerOf<{ items: [FlowDetail["published"]] }>("flow-versions").items;
    show(<VersionList flow={{ ...flow, published: late }} onClose={vi.fn()} />);
    const rows = await screen.findAllByRole("listitem");
    expect(rows).toHaveLength(2);
    expect(within(rows[0] as HTMLElement).queryByRole("button", { name: /^恢复/ })).toBeNull();
    await user.click(within(rows[1] as HTMLElement).getByRole("button", { name: "恢复这一版" }));
    expect(sent).toEqual([]);
    const dialog = await confirmation("恢复第 1 版并立即生效？");
    await user.click(within(dialog).getByRole("button", { name: "恢复这一版" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    const { path, body } = accepted(sent);
    expect(path).toBe("/api/flows/duty/versions/1/roll-back");
    expect(body).toEqual({ note: "恢复第 1 版" });
    expect(await screen.findByText("第 1 版的内容已重新发布")).toBeTruthy();
  });
});

describe("the review", () => {
  const reviewing = (state: FlowDetail["draft"]["state"]) => {
    const done = vi.fn();
    const draft = { ...flow.draft, state };
    show(<ReviewBox flow={{ ...flow, draft }} keeper={keeperOf(flow)} onDone={done} />);
    return done;
  };

  it("is asked for with a note", async () => {
    const sent = listen(reads, () => ({ body: flow.draft }));
    const done = reviewing("editing");
    await user.type(text(/^说明/), "请看夜间");
    await press("送审");
    await waitFor(() => expect(done).toHaveBeenCalledOnce());
    expect(accepted(sent).body).toEqual({ act: "request", note: "请看夜间" });
  });

  it("ends with what was pressed, and keeps the note when it is refused", async () => {
    const sent = listen(reads, refused(409, "flow.wrong_state", "草稿当前的状态不能进行此操作。"));
    const done = reviewing("review");
    await user.type(text(/^说明/), "再改改");
    await press("退回");
    expect(await screen.findByText("草稿当前的状态不能进行此操作。")).toBeTruthy();
    expect(accepted(sent).body).toEqual({ act: "return", note: "再改改" });
    expect(text(/^说明/)).toHaveProperty("value", "再改改");
    expect(done).not.toHaveBeenCalled();
  });
});

describe("a flow that is not wanted any more", () => {
  const { draft, ...rest } = flow;
  const row: FlowItem = { ...rest, draft, errors: 0, warnings: 0, published: null };
  const used: FlowItem = {
    ...row,
    code: "hall",
    name: "大厅",
    lines: ["12345"],
    used_by: ["main"],
  };
  const listed = { ...reads, "/api/flows": { items: [row, used], next: null, total: 2 } };
  const pressIn = async (name: string, act: string) => {
    const line = (await screen.findByText(name)).closest("tr");
    if (line === null) throw new Error(`no row of ${name}`);
    await user.click(within(line).getByRole("button", { name: act }));
  };

  it("is put away once that was said twice", async () => {
    const sent = listen(listed, () => ({ body: null }));
    show(<FlowsPage />);
    await pressIn(row.name, "归档");
    const dialog = await confirmation(`归档流程“${row.name}”？`);
    expect(sent).toHaveLength(0);
    await user.click(within(dialog).getByRole("button", { name: "归档" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent).toMatchObject([{ method: "DELETE", path: "/api/flows/duty" }]);
    expect(await screen.findByText(`已归档 ${row.name}`)).toBeTruthy();
  });

  it("names what uses it, and stays", async () => {
    const sent = listen(listed, () => ({ body: null }));
    show(<FlowActs flow={used} onCopy={vi.fn()} />);
    await press("归档");
    const dialog = await confirmation("归档流程“大厅”？");
    expect(within(dialog).getByText("线路 12345")).toBeTruthy();
    expect(within(dialog).getByText("流程 main")).toBeTruthy();
    expect(within(dialog).getByRole("button", { name: "归档" })).toHaveProperty("disabled", true);
    expect(sent).toHaveLength(0);
  });

  it("says what began to use it meanwhile", async () => {
    const message = "12346 正在使用这个流程，不能归档。";
    listen(listed, refused(409, "flow.in_use", message, { by: [{ kind: "line", code: "12346" }] }));
    show(<FlowsPage />);
    await pressIn(row.name, "归档");
    const dialog = await confirmation(`归档流程“${row.name}”？`);
    await user.click(within(dialog).getByRole("button", { name: "归档" }));
    expect(await screen.findByText(message)).toBeTruthy();
  });

  it("comes back from those that were put away", async () => {
    const sent = listen(listed, () => ({ body: flow }));
    show(<FlowsPage />);
    await screen.findByText(row.name);
    await user.click(screen.getByRole("radio", { name: "已归档" }));
    await pressIn(row.name, "恢复");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent).toMatchObject([{ method: "POST", path: "/api/flows/duty/restore" }]);
    expect(await screen.findByText(`已恢复 ${row.name}`)).toBeTruthy();
  });
});

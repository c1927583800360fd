// @vitest-environment jsdom
import type { CaseRead, Session } from "@lianxin/api";
import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { useState } from "react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { CaseActs } from "../src/features/cases/case-acts";
import { CaseForm } from "../src/features/cases/case-form";
import { ConflictDialog } from "../src/features/cases/conflict-dialog";
import { fieldsOf } from "../src/features/cases/fields";
import { ReplySection } from "../src/features/cases/reply";
import { ReplyForm } from "../src/features/cases/reply-form";
import { useCaseEdit } from "../src/features/cases/use-case-edit";
import { useReplyEdit } from "../src/features/cases/use-reply-edit";
import type { KnowledgeEntry } from "../src/features/knowledge/data";
import { unsentKey } from "../src/shared/data/unsent";
import { KeysProvider } from "../src/shared/keys";
import { accepted, answerOf, listen, show } from "./harness";

const found = answerOf<CaseRead>("case");
const replied = answerOf<CaseRead>("case-replied");
const guide = { ...answerOf<KnowledgeEntry>("knowledge-entry"), bodies: { zh: "带身份证。" } };
const reads = { [`/api/cases/${found.id}`]: found };
const MESSAGE = "填写的内容有误，请检查标出的各项。";

const text = (name: RegExp) => screen.getByRole("textbox", { name });
const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));

function refused(...names: string[]) {
  const fields = names.map((field) => ({ field, type: "string_pattern_mismatch", limits: {} }));
  const error = { code: "request.invalid", message: MESSAGE, details: { fields } };
  return () => ({ status: 422, body: { error } });
}

/** Somebody else was faster. */
function late() {
  const error = { code: "case.version_conflict", message: "工单已被 8001 修改", details: {} };
  return { status: 409, body: { error } };
}

beforeAll(() => {
  Element.prototype.checkVisibility ??= () => true; // jsdom has none
});

function Editing() {
  const editing = useCaseEdit(found.id);
  if (editing.edit === null) {
    return (
      <button type="button" onClick={() => editing.start(found)}>
        修改
      </button>
    );
  }
  return <CaseForm number={found.number} edit={editing.edit} editing={editing} />;
}

const showEdit = () =>
  show(
    <KeysProvider>
      <Editing />
    </KeysProvider>,
  );

async function edit(): Promise<void> {
  showEdit();
  await press("修改");
}

describe("the fields of a case", () => {
  it("are sent as far as they were changed", async () => {
    const sent = listen(reads, () => ({ body: found }));
    await edit();
    await user.click(screen.getByRole("radio", { name: "紧急" }));
    await user.clear(text(/^联系电话/));
    await user.type(text(/^联系电话/), "138 0000 0002");
    await press(/^保存/);
    await waitFor(() => expect(sent).toHaveLength(1));
    const { method, body } = accepted(sent);
    expect(method).toBe("PATCH");
    expect(body).toEqual({ version: found.version, urgency: "urgent", phone: "13800000002" });
    expect(await screen.findByRole("button", { name: "修改" })).toBeTruthy();
    expect(sessionStorage.length).toBe(0);
  });

  it("are marked where the API names them, and what was typed outlives a reload", async () => {
    listen(reads, refused("address", "content"));
    await edit();
    await user.type(text(/^地址/), "，二楼");
    await press(/^保存/);
    await waitFor(() => expect(screen.getAllByText(MESSAGE)).toHaveLength(3));
    const content = text(/^内容/);
    expect(document.activeElement).toBe(content);
    expect(content.getAttribute("aria-invalid")).toBe("true");
    await user.type(content, "四天了。");
    expect(content.getAttribute("aria-invalid")).not.toBe("true");
    expect(text(/^地址/).getAttribute("aria-invalid")).toBe("true");
    cleanup();
    showEdit();
    expect(text(/^地址/)).toHaveProperty("value", `${found.address}，二楼`);
    expect(text(/^内容/)).toHaveProperty("value", `${found.content}四天了。`);
  });

  it("are not sent without a title, nor with words for a telephone", async () => {
    const sent = listen(reads);
    await edit();
    await user.type(text(/^联系电话/), "请打手机");
    expect(await screen.findByText(/^电话只能由/)).toBeTruthy();
    await user.clear(text(/^标题/));
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText("请填写标题")).toBeTruthy();
    expect(document.activeElement).toBe(text(/^标题/));
    expect(sent).toEqual([]);
  });

  it("are sent once, however often the keys are pressed", async () => {
    const sent = listen(reads, () => ({ body: found }));
    await edit();
    await user.type(text(/^标题/), "三盏");
    await user.keyboard("{Control>}{Enter}{Enter}{/Control}{Enter}");
    await screen.findByRole("button", { name: "修改" });
    expect(accepted(sent).body).toEqual({ version: found.version, title: `${found.title}三盏` });
  });

  it("are chosen one by one when somebody else was faster", async () => {
    const theirs = { ...found, version: 9, title: "路灯全灭", address: "和平路 14 号" };
    const path = `/api/cases/${found.id}`;
    const sent = listen({ [path]: theirs }, ({ body }) =>
      (body as { version: number }).version === 9 ? { body: theirs } : late(),
    );
    await edit();
    await user.type(text(/^标题/), "三盏");
    await user.type(text(/^内容/), "四天了。");
    await press(/^保存/);
    const dialog = await screen.findByRole("dialog");
    const choice = within(dialog).getByRole("radiogroup", { name: "标题" });
    expect(within(dialog).queryByRole("radiogroup", { name: "地址" })).toBeNull();
    await user.click(within(choice).getByRole("radio", { name: "采用对方的" }));
    await user.click(within(dialog).getByRole("button", { name: "按所选保存" }));
    await screen.findByRole("button", { name: "修改" });
    expect(sent).toHaveLength(2);
    expect(accepted(sent.slice(1)).body).toEqual({
      version: 9,
      content: `${found.content}四天了。`,
    });
  });
});

describe("two versions of a case", () => {
  it("are put together as it was chosen, and nothing is lost by looking", async () => {
    const base = fieldsOf(found);
    const mine = { ...base, title: "我的", urgency: "urgent" as const };
    const theirs = { ...found, title: "对方的标题", urgency: "critical" as const };
    const save = vi.fn();
    const cancel = vi.fn();
    listen({});
    show(
      <ConflictDialog
        edit={{ version: 1, base, mine }}
        conflict={{ theirs, by: "坐席甲" }}
        busy={false}
        onSave={save}
        onCancel={cancel}
      />,
    );
    await press("全部采用对方的");
    const urgency = screen.getByRole("radiogroup", { name: "紧急程度" });
    await user.click(within(urgency).getByRole("radio", { name: "保留我的" }));
    await press("按所选保存");
    expect(save).toHaveBeenCalledWith({ ...fieldsOf(theirs), urgency: mine.urgency });
    expect(save).toHaveBeenCalledOnce();
    await user.keyboard("{Escape}");
    expect(cancel).toHaveBeenCalled();
  });
});

describe("a reply", () => {
  function Writing({ detail }: { detail: CaseRead }) {
    const editing = useReplyEdit(detail);
    if (editing.edit !== null) return <ReplyForm edit={editing.edit} editing={editing} />;
    return (
      <button type="button" onClick={() => editing.start(undefined)}>
        起草
      </button>
    );
  }

  it("is written once, in the language that was chosen", async () => {
    const sent = listen(reads, () => ({ body: found }));
    show(<Writing detail={found} />);
    await press("起草");
    await user.type(text(/^答复内容/), "The lamps are mended.");
    await user.click(screen.getByRole("radio", { name: "英语" }));
    await user.click(text(/^答复内容/));
    await user.keyboard("{Control>}{Enter}{Enter}{/Control}");
    await screen.findByRole("button", { name: "起草" });
    const { version } = found;
    const body = { version, text: "The lamps are mended.", language: "en" };
    expect(accepted(sent).body).toEqual(body);
    expect(sessionStorage.length).toBe(0);
  });

  it("takes an entry of the knowledge at the cursor, with its code and version", async () => {
    const match = {
      code: "guide",
      parent: null,
      title: "办事指南",
      excerpt: "带身份证",
      state: "published",
    };
    const sent = listen(
      { ...reads, "/api/knowledge/search": [match], "/api/knowledge/guide": guide },
      () => ({ body: found }),
    );
    show(<Writing detail={found} />);
    await press("起草");
    const field = text(/^答复内容/) as HTMLTextAreaElement;
    await user.type(field, "您好。此复。");
    field.setSelectionRange(3, 3);
    await user.click(screen.getByText("引用知识"));
    await user.type(screen.getByRole("searchbox", { name: "搜索知识" }), "指南{Enter}");
    await user.click(await screen.findByRole("button", { name: /办事指南/ }));
    await user.click(await screen.findByRole("button", { name: "放入答复" }));
    const { titles, bodies, version } = guide;
    const quote = `${titles.zh}\n${bodies.zh}\n（知识 guide 第 ${version} 版）`;
    expect(field.value).toBe(`您好。\n${quote}\n此复。`);
    expect(document.activeElement).toBe(field);
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByRole("button", { name: "起草" });
    const body = { version: found.version, text: field.value, language: "zh" };
    expect(accepted(sent).body).toEqual(body);
  });

  it("has no knowledge to quote where the centre has none", async () => {
    listen(reads);
    const session = answerOf<Session>("session");
    const functions = session.functions.filter((each) => each !== "knowledge");
    show(<Writing detail={found} />, { session: { ...session, functions } });
    await press("起草");
    expect(screen.queryByText("引用知识")).toBeNull();
  });

  it("is marked where the API names it, and stays", async () => {
    const sent = listen(reads, refused("text"));
    show(<Writing detail={found} />);
    await press("起草");
    await press(/^保存草稿/);
    expect(await screen.findByText("请填写此项。")).toBeTruthy();
    expect(sent).toEqual([]);
    await user.type(text(/^答复内容/), "已修好。");
    await press(/^保存草稿/);
    await waitFor(() => expect(screen.getAllByText(MESSAGE)).toHaveLength(2));
    expect(document.activeElement).toBe(text(/^答复内容/));
    cleanup();
    show(<Writing detail={found} />);
    expect(text(/^答复内容/)).toHaveProperty("value", "已修好。");
  });

  it("of somebody else is shown before it is written over", async () => {
    listen(reads);
    show(<ReplySection detail={found} />);
    await press("修改草稿");
    expect(screen.queryByText(/他人改了草稿/)).toBeNull();
    cleanup();
    const replies = found.replies.map((reply) => ({ ...reply, text: "班长改过的答复。" }));
    show(<ReplySection detail={{ ...found, replies }} />);
    expect(screen.getByText(/他人改了草稿/)).toBeTruthy();
    expect(screen.getByText("班长改过的答复。")).toBeTruthy();
    expect(text(/^答复内容/)).toHaveProperty("value", found.replies[0]?.text);
  });

  /** The page is told of a newer case while a reply is written; `late` says what it met. */
  async function meeting(theirs: CaseRead) {
    const sent = listen({ [`/api/cases/${found.id}`]: theirs }, ({ body }) =>
      (body as { version: number }).version === theirs.version ? { body: theirs } : late(),
    );
    let tell = () => {};
    function Page() {
      const [detail, setDetail] = useState(found);
      tell = () => setDetail(theirs);
      return <ReplySection detail={detail} />;
    }
    show(<Page />);
    await press("修改草稿");
    await user.type(text(/^答复内容/), "我的一句。");
    act(() => tell());
    await press(/^保存草稿/);
    return sent;
  }
  const mine = `${found.replies[0]?.text}我的一句。`;

  it("goes over nobody else's that was only told of: both stand side by side", async () => {
    const rewritten = { text: "班长改过的答复。", written_at: "2030-01-01T00:00:00Z" };
    const replies = found.replies.map((each, n) => (n === 0 ? { ...each, ...rewritten } : each));
    const sent = await meeting({ ...found, version: 9, replies });
    const dialog = await screen.findByRole("dialog");
    expect(sent[0]?.body).toMatchObject({ version: found.version, text: mine });
    expect(within(dialog).getByText("班长改过的答复。")).toBeTruthy();
    expect(within(dialog).getByText(mine)).toBeTruthy();
    expect(within(dialog).queryByRole("radiogroup", { name: "所用语言" })).toBeNull();
    await user.keyboard("{Escape}"); // to think it over costs no word
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(text(/^答复内容/)).toHaveProperty("value", mine);
    await press(/^保存草稿/);
    const again = await screen.findByRole("dialog");
    await user.click(within(again).getByRole("button", { name: "按所选保存" }));
    await waitFor(() => expect(sent).toHaveLength(3));
    expect(accepted(sent.slice(2)).body).toMatchObject({ version: 9, text: mine });
    await waitFor(() => expect(screen.queryByRole("textbox", { name: /^答复内容/ })).toBeNull());
  });

  it("is saved over a case of which something else was changed", async () => {
    const sent = await meeting({ ...found, version: 9, title: "路灯全灭" });
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(accepted(sent.slice(1)).body).toMatchObject({ version: 9, text: mine });
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("that was kept before an update meets what was written since", async () => {
    const kept = { text: "旧标签页的话", language: "zh", over: "" };
    sessionStorage.setItem(unsentKey("shifan.9000", `reply.${found.id}`), JSON.stringify(kept));
    const sent = listen(reads, late);
    show(<ReplySection detail={found} />);
    await press(/^保存草稿/);
    const dialog = await screen.findByRole("dialog");
    expect(sent[0]?.body).toMatchObject({ version: 1, text: kept.text });
    expect(within(dialog).getByText(kept.text)).toBeTruthy();
  });

  it("is approved as it was read, after a question", async () => {
    const sent = listen(reads, () => ({ body: replied }));
    show(<ReplySection detail={replied} />);
    await press(/^批\s?准$/);
    const dialog = await screen.findByRole("dialog");
    expect(sent).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: /^批\s?准$/ }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent)).toMatchObject({
      path: `/api/cases/${replied.id}/reply/approval`,
      body: { version: replied.version },
    });
  });
});

describe("what may be done with a case", () => {
  const open = async (word: string) => {
    show(<CaseActs detail={found} />);
    await press(word);
    return screen.findByRole("dialog");
  };

  it("is what the API offers, and is done with the reason that is needed", async () => {
    const sent = listen(reads, () => ({ body: { ...found, state: "rejected" } }));
    const dialog = await open("不予受理");
    const act = within(dialog).getByRole("button", { name: "不予受理" });
    expect(act).toHaveProperty("disabled", true);
    await user.type(within(dialog).getByRole("textbox", { name: /^理由/ }), "不属本市管辖");
    expect(act).toHaveProperty("disabled", false);
    await user.click(act);
    await waitFor(() => expect(sent).toHaveLength(1));
    const body = { event: "rejected", version: found.version, reason: "不属本市管辖", data: {} };
    expect(accepted(sent)).toMatchObject({ path: `/api/cases/${found.id}/events`, body });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("stays with its words when somebody else was faster, and can be done no more", async () => {
    const sent = listen(reads, () => ({ body: found }));
    const moved: CaseRead = { ...found, state: "dispatched", events_possible: [] };
    let move = () => {};
    function Page() {
      const [detail, setDetail] = useState(found);
      move = () => setDetail(moved);
      return <CaseActs detail={detail} />;
    }
    show(<Page />);
    await press("不予受理");
    const dialog = await screen.findByRole("dialog");
    await user.type(within(dialog).getByRole("textbox", { name: /^理由/ }), "不属本市管辖");
    act(() => move());
    expect(within(dialog).getByText(/现在不能不予受理/)).toBeTruthy();
    expect(within(dialog).getByRole("textbox", { name: /^理由/ })).toHaveProperty(
      "value",
      "不属本市管辖",
    );
    expect(within(dialog).getByRole("button", { name: "不予受理" })).toHaveProperty(
      "disabled",
      true,
    );
    expect(sent).toHaveLength(0);
  });

  it("is done by Ctrl+Enter, once", async () => {
    const sent = listen(reads, () => ({ body: found }));
    const dialog = await open("派单");
    await user.click(within(dialog).getByRole("textbox", { name: /^理由/ }));
    await user.keyboard("{Control>}{Enter}{Enter}{/Control}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(accepted(sent).body).toMatchObject({ event: "dispatched", reason: "" });
  });

  it("keeps its reason, and marks it, when it is refused", async () => {
    listen(reads, refused("reason"));
    const dialog = await open("办结");
    const reason = within(dialog).getByRole("textbox", { name: /^理由/ });
    await user.type(reason, "已电话告知");
    await user.click(within(dialog).getByRole("button", { name: /^办\s?结$/ }));
    await waitFor(() => expect(screen.getAllByText(MESSAGE)).toHaveLength(2));
    expect(reason.getAttribute("aria-invalid")).toBe("true");
    expect(reason).toHaveProperty("value", "已电话告知");
  });

  it("is said above the page when somebody else was faster", async () => {
    listen(reads, late);
    const dialog = await open("派单");
    await user.click(within(dialog).getByRole("button", { name: /^派\s?单$/ }));
    expect(await screen.findByText("工单已被 8001 修改")).toBeTruthy();
    expect(within(dialog).queryByRole("alert")).toBeNull();
  });
});

// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { Input } from "antd";
import { useState } from "react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { CaseDetailView } from "../src/features/cases/case-detail";
import { ConnectionForm } from "../src/features/connections/connection-form";
import { ConnectionView } from "../src/features/connections/connection-view";
import type { Connection } from "../src/features/connections/data";
import { EntryView } from "../src/features/knowledge/entry-view";
import { PollView } from "../src/features/polls/poll-view";
import { DetailPanel } from "../src/shared/components/list-page";
import { forgetUnsent } from "../src/shared/data/unsent";
import { ApiForm, FormDialog, FormItem, useApiForm } from "../src/shared/form";
import { KeysProvider } from "../src/shared/keys";
import { answerOf, listen, show } from "./harness";

beforeAll(() => {
  Element.prototype.checkVisibility ??= () => true; // jsdom has none
});

const KEPT = "未保存的内容已留存，再打开此表单时可恢复";
const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));

function Naming({ onDone, dialog = false }: { onDone: () => void; dialog?: boolean }) {
  const state = useApiForm({
    name: "one",
    initial: { name: "" },
    write: async () => undefined,
    onDone,
  });
  const field = (
    <FormItem name="name" label="名称">
      <Input />
    </FormItem>
  );
  return dialog ? (
    <FormDialog state={state} title="新建" onClose={onDone}>
      {field}
    </FormDialog>
  ) : (
    <ApiForm state={state} onCancel={onDone}>
      {field}
    </ApiForm>
  );
}

/** A form, and a link that leads away from it. */
function Page({ dialog = false }) {
  const [here, setHere] = useState(true);
  const leave = () => setHere(false);
  return (
    <>
      <button type="button" onClick={leave}>
        去别处
      </button>
      {here ? <Naming onDone={leave} dialog={dialog} /> : <p>别处</p>}
    </>
  );
}

describe("who leaves a form over unsaved words", () => {
  const type = () => user.type(screen.getByRole("textbox", { name: "名称" }), "路灯");
  const isTold = () => screen.findByText(KEPT);
  const isNotTold = async () => {
    await screen.findByText("别处");
    expect(screen.queryByText(KEPT)).toBeNull();
  };

  it("by a link is told that they are kept", async () => {
    show(<Page />);
    await type();
    await press("去别处");
    await isTold();
  });

  it("by Esc of a dialog is told so, and they are kept", async () => {
    show(<Page dialog />);
    await type();
    await user.keyboard("{Escape}");
    await isTold();
    expect(JSON.stringify({ ...sessionStorage })).toContain("路灯");
  });

  it.each([false, true])("and cancelled is told nothing (dialog: %s)", async (dialog) => {
    show(<Page dialog={dialog} />);
    await type();
    await press(/取\s?消/);
    await isNotTold();
    expect(sessionStorage.length).toBe(0);
  });

  it("that were saved is told nothing", async () => {
    show(<Page />);
    await type();
    await press(/保\s?存/);
    await isNotTold();
  });

  it("that are not there, or were forgotten, is told nothing", async () => {
    show(<Page />);
    await type();
    forgetUnsent(); // as who signs out does
    await press("去别处");
    await isNotTold();
  });

  it("is told that secrets are not kept", async () => {
    const known = answerOf<Connection[]>("connections").find(({ kind }) => kind !== "http");
    function Secret() {
      const [here, setHere] = useState(true);
      return (
        <>
          <button type="button" onClick={() => setHere(false)}>
            去别处
          </button>
          {here && (
            <ConnectionForm known={known as Connection} onDone={vi.fn()} onCancel={vi.fn()} />
          )}
        </>
      );
    }
    show(<Secret />);
    await user.type(screen.getByLabelText(/^密码/), "geheim");
    await press("去别处");
    await screen.findByText(/密码等保密内容不留存/);
  });

  it("by the button of a panel is asked first, as by Esc", async () => {
    const closed = vi.fn();
    show(
      <KeysProvider>
        <DetailPanel title="panel" onClose={closed}>
          <Naming onDone={vi.fn()} />
        </DetailPanel>
      </KeysProvider>,
    );
    await type();
    await press(/^关闭 Esc/);
    const dialog = await screen.findByRole("dialog");
    expect(closed).not.toHaveBeenCalled();
    await user.click(within(dialog).getByRole("button", { name: /关\s?闭/ }));
    await waitFor(() => expect(closed).toHaveBeenCalledOnce());
  });

  it("of a case is told so", async () => {
    const detail = answerOf<{ id: string }>("case");
    listen({ [`/api/cases/${detail.id}`]: detail });
    function Case() {
      const [here, setHere] = useState(true);
      return (
        <>
          <button type="button" onClick={() => setHere(false)}>
            去别处
          </button>
          {here && <CaseDetailView id={detail.id} />}
        </>
      );
    }
    show(
      <KeysProvider>
        <Case />
      </KeysProvider>,
    );
    await user.click(await screen.findByRole("button", { name: "修改" }));
    await user.type(await screen.findByRole("textbox", { name: /^标题/ }), "二");
    await press("去别处");
    await isTold();
  });
});

describe("where something is read before it is changed", () => {
  /** Type over it, leave, come back: the view says so, and going on has what was typed. */
  async function comesBack(view: React.ReactNode, edit: RegExp, field: RegExp) {
    function Views() {
      const [count, setCount] = useState(0);
      return (
        <>
          <button type="button" onClick={() => setCount(count + 1)}>
            再来
          </button>
          <div key={count}>{view}</div>
        </>
      );
    }
    show(<Views />);
    await user.click(await screen.findByRole("button", { name: edit }));
    await user.type(await screen.findByRole("textbox", { name: field }), "二");
    await press("再来");
    expect(await screen.findByText("有未保存的修改")).toBeTruthy();
    await press("继续编辑");
    const box = await screen.findByRole("textbox", { name: field });
    await waitFor(() => expect(box).toHaveProperty("value", expect.stringMatching(/二$/)));
    expect(screen.queryByRole("button", { name: "恢复" })).toBeNull();
    await press(/取\s?消/);
    await screen.findByRole("button", { name: edit });
    expect(screen.queryByText("有未保存的修改")).toBeNull();
  }

  it("an entry", async () => {
    listen({
      "/api/knowledge/guide": answerOf("knowledge-entry"),
      "/api/knowledge/guide/versions": [],
    });
    const nodes = answerOf<never[]>("knowledge");
    await comesBack(
      <EntryView code="guide" writes nodes={nodes} onRemoved={vi.fn()} />,
      /^修改/,
      /^标题 · 中文|^标题 · 普通话/,
    );
  });

  it("a connection", async () => {
    listen({});
    const [row] = answerOf<[Connection]>("connections");
    await comesBack(<ConnectionView row={row} onRemoved={vi.fn()} />, /^修改/, /^名称/);
  });

  it("a poll", async () => {
    const answer = answerOf<{ poll: { code: string; closes_at: string } }>("poll");
    answer.poll.closes_at = "2099-01-01T00:00:00Z";
    listen({ [`/api/polls/${answer.poll.code}`]: answer });
    await comesBack(
      <PollView code={answer.poll.code} onRemoved={vi.fn()} onMoved={vi.fn()} />,
      /^修改/,
      /^标题/,
    );
  });
});

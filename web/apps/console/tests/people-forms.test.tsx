// @vitest-environment jsdom
/** 人员: who is taken on, changed and switched off, and what the reader may not do. */
import type { PeoplePreview, PersonPassword, PersonRead, PowersRead, Session } from "@lianxin/api";
import { screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { App } from "antd";
import { Route, Routes } from "react-router";
import { beforeAll, describe, expect, it } from "vitest";
import { FactorLoss } from "../src/features/people/factor";
import { ImportDialog } from "../src/features/people/import-dialog";
import { ImportResult } from "../src/features/people/import-result";
import { NewPersonDialog } from "../src/features/people/new-person";
import { PeoplePage } from "../src/features/people/people-page";
import { PersonPanel } from "../src/features/people/person-panel";
import { ToldOnce } from "../src/features/people/told-once";
import { csvOf } from "../src/shared/formats/csv-text";
import { KeysProvider } from "../src/shared/keys";
import { accepted, answerOf, confirmation, listen, refused, show } from "./harness";

const person = answerOf<PersonRead>("person");
const powers = answerOf<PowersRead>("powers");
const preview = answerOf<PeoplePreview>("people-preview");
const made = answerOf<PersonPassword>("person-made");
const AT = `/api/people/${person.id}`;
const SINCE = "2026-03-02T01:00:00Z";
const asked = (own: boolean) => ({
  by: { id: 2, number: "9001", name: "管理员乙" },
  until: "2026-03-03T01:00:00Z",
  own,
});
const reader = { ...answerOf<Session>("session"), person: 99 };

const text = (name: string) => screen.getByRole("textbox", { name });
const tick = (name: string) => screen.getByRole("checkbox", { name });
const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));

function panel(changes: Partial<PersonRead> = {}, session = reader) {
  show(
    <App>
      <PersonPanel person={{ ...person, ...changes }} powers={powers} />
    </App>,
    { session },
  );
}

beforeAll(() => {
  Element.prototype.checkVisibility ??= () => true; // jsdom has none
});

describe("an account", () => {
  it("is changed as the API takes it", async () => {
    const sent = listen({}, () => ({ body: person }));
    panel();
    await user.clear(text("姓名"));
    await user.type(text("姓名"), "李新");
    await user.click(tick("班长"));
    await press(/^保存/);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent)).toMatchObject({
      method: "PUT",
      path: AT,
      body: {
        number: "8004",
        name: "李新",
        roles: ["agent", "supervisor"],
        rights: [],
        expires_on: "2099-12-31",
        version: 1,
      },
    });
  });

  it("marks what the API names, and keeps what was typed", async () => {
    listen({}, refused("person.number_taken", "工号 8001 已被使用。", "number"));
    panel();
    await user.clear(text("工号"));
    await user.type(text("工号"), "8001");
    await press(/^保存/);
    await waitFor(() => expect(text("工号").getAttribute("aria-invalid")).toBe("true"));
    expect(text("工号")).toHaveProperty("value", "8001");
    expect(text("工号")).toBe(document.activeElement);
  });

  it("offers only what its reader may give, and keeps the rest", async () => {
    const sent = listen({}, () => ({ body: person }));
    panel({ rights: ["mailbox"] });
    expect(tick("市长信箱")).toHaveProperty("disabled", true);
    expect(tick("平台运维")).toHaveProperty("disabled", true);
    expect(tick("安全管理员")).toHaveProperty("disabled", true);
    await user.click(tick("坐席"));
    await press(/^保存/);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toMatchObject({ roles: [], rights: ["mailbox"] });
  });

  it("is for reading where nothing may be done to it", () => {
    listen({});
    panel({ acts: [] });
    expect(screen.getByText("您没有修改此账号的权限。")).toBeTruthy();
    expect(text("姓名")).toHaveProperty("disabled", true);
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("says of one's own what another must do", () => {
    listen({});
    panel({ acts: ["change"] }, { ...reader, person: person.id });
    expect(screen.getByText(/^这是您自己的账号/)).toBeTruthy();
    expect(tick("坐席")).toHaveProperty("disabled", true);
    expect(text("姓名")).toHaveProperty("disabled", false);
    expect(screen.queryByRole("button", { name: "停用" })).toBeNull();
  });

  it("is switched off once somebody is sure", async () => {
    const sent = listen({}, () => ({ body: { ...person, active: false } }));
    panel();
    await press("停用");
    const dialog = await confirmation("停用 8004 新话务员？");
    expect(sent).toHaveLength(0);
    await user.click(within(dialog).getByRole("button", { name: "停用" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent)).toMatchObject({
      path: `${AT}/active`,
      body: { on: false, version: 1 },
    });
  });

  it("says which rule has switched it off, and is switched on again", async () => {
    const sent = listen({}, () => ({ body: person }));
    panel({ active: false, off_reason: "dormant" });
    expect(screen.getByText("久未登录，已停用")).toBeTruthy();
    await press("启用");
    const dialog = await confirmation("启用 8004 新话务员？");
    await user.click(within(dialog).getByRole("button", { name: "启用" }));
    await waitFor(() => expect(accepted(sent).body).toEqual({ on: true, version: 1 }));
  });

  it("without a second factor has none to take away", () => {
    listen({});
    panel();
    expect(screen.getByText("未启用")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "解除两步验证" })).toBeNull();
  });

  it.each([
    ["one's own", {}, { ...reader, person: person.id }],
    ["another's", { acts: ["change" as const] }, reader],
  ])("keeps its second factor (%s)", (_, changes, session) => {
    listen({});
    panel({ factor_since: SINCE, ...changes }, session);
    expect(screen.getByText(/^已启用/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "解除两步验证" })).toBeNull();
  });

  it("says to who may not reset passwords that its second factor is to be taken away", () => {
    const changes = { acts: [], factor_since: SINCE, factor_reset: asked(false) };
    show(<FactorLoss person={{ ...person, ...changes }} />, { session: reader });
    expect(screen.getByText(/^9001 管理员乙 已提出解除两步验证/)).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("loses its second factor once two people have said so: the first asks", async () => {
    const sent = listen({}, () => ({ body: person }));
    panel({ factor_since: SINCE });
    await press("解除两步验证");
    const dialog = await confirmation("解除 8004 新话务员 的两步验证？");
    expect(within(dialog).getByText(/须由两人办理.*24 小时内确认/)).toBeTruthy();
    expect(sent).toHaveLength(0);
    await user.click(within(dialog).getByRole("button", { name: "解除两步验证" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent)).toMatchObject({
      path: `${AT}/second-factor/reset`,
      body: { version: 1 },
    });
    expect(await screen.findByText(/^已提出/)).toBeTruthy();
  });

  it("loses its second factor once two people have said so: the second confirms", async () => {
    const sent = listen({}, () => ({ body: person }));
    panel({ factor_since: SINCE, factor_reset: asked(false) });
    expect(screen.getByText(/^9001 管理员乙 已提出解除两步验证/)).toBeTruthy();
    await press("确认解除");
    const dialog = await confirmation("解除 8004 新话务员 的两步验证？");
    await user.click(within(dialog).getByRole("button", { name: "确认解除" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).path).toBe(`${AT}/second-factor/reset`);
    expect(await screen.findByText("8004 新话务员 的两步验证已解除")).toBeTruthy();
  });

  it.each([true, false])(
    "keeps its second factor when that is taken back (own: %s)",
    async (own) => {
      const sent = listen({}, () => ({ body: person }));
      panel({ factor_since: SINCE, factor_reset: asked(own) });
      expect(screen.queryAllByRole("button", { name: "确认解除" })).toHaveLength(own ? 0 : 1);
      await press("撤回");
      await waitFor(() => expect(sent).toHaveLength(1));
      expect(accepted(sent)).toMatchObject({
        path: `${AT}/second-factor/reset/withdrawal`,
        body: { version: 1 },
      });
    },
  );

  it("gets a new first password, which is shown this once", async () => {
    const sent = listen({}, () => ({ body: made }));
    panel();
    await press("重置密码");
    const dialog = await confirmation("重置 8004 新话务员 的密码？");
    await user.click(within(dialog).getByRole("button", { name: "重置密码" }));
    expect(await screen.findByText(made.password)).toBeTruthy();
    expect(accepted(sent)).toMatchObject({ path: `${AT}/password`, body: { version: 1 } });
    await press("我已记下");
    await waitFor(() => expect(screen.queryByText(made.password)).toBeNull());
  });
});

it("somebody's logins are ended once their administrator is sure", async () => {
  const sent = listen({});
  panel();
  await press("结束登录");
  const dialog = await confirmation("结束 8004 新话务员 的所有登录？");
  await user.click(within(dialog).getByRole("button", { name: "结束登录" }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ method: "DELETE", path: `${AT}/logins` });
});

describe("somebody new", () => {
  const dialog = (given: PowersRead, onMade: (told: PersonPassword) => void = () => undefined) =>
    show(<NewPersonDialog powers={given} onClose={() => undefined} onMade={onMade} />);

  it("is taken on with what the reader may give", async () => {
    const sent = listen({}, () => ({ status: 201, body: made }));
    const told: PersonPassword[] = [];
    dialog(powers, (each) => told.push(each));
    await user.type(text("工号"), " 8004 ");
    await user.type(text("姓名"), "新话务员");
    await user.click(tick("坐席"));
    expect(screen.queryByRole("checkbox", { name: "平台运维" })).toBeNull();
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(told).toEqual([made]));
    expect(accepted(sent)).toMatchObject({
      path: "/api/people",
      body: { number: "8004", name: "新话务员", roles: ["agent"], expires_on: null },
    });
  });

  it("has a number that can be told to callers", async () => {
    const sent = listen({});
    dialog(powers);
    await user.type(text("工号"), "八千");
    await user.type(text("姓名"), "x");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(text("工号").getAttribute("aria-invalid")).toBe("true"));
    expect(sent).toHaveLength(0);
  });

  it("gets roles and a password from another where administrators are separate", () => {
    listen({});
    dialog({ ...powers, roles: [], rights: [], separate: true });
    expect(screen.getByText(/由安全管理员授予角色/)).toBeTruthy();
    expect(screen.queryByRole("checkbox")).toBeNull();
  });

  it("is said to have no password yet", () => {
    listen({});
    show(<ToldOnce told={{ ...made, password: "" }} onClose={() => undefined} />);
    expect(screen.getByText(/还没有密码/)).toBeTruthy();
  });
});

describe("a spreadsheet", () => {
  const file = () => new File(["工号,姓名"], "people.csv", { type: "text/csv" });
  const fine = { ...preview, faults: [], refused: 0 };
  const two = [
    { row: 1, number: "8005", name: "=甲", password: "k3mw-9qfd-x7ra" },
    { row: 2, number: "8006", name: "乙", password: "" },
  ];
  const open = () => show(<ImportDialog onClose={() => undefined} />);

  it("is shown as it was understood, with each mistake, before anything is written", async () => {
    const sent = listen({}, () => ({ body: preview }));
    open();
    await user.upload(screen.getByLabelText("表格文件"), file());
    expect(await screen.findByText("将新增 1 人，1 行有误。")).toBeTruthy();
    const faults = screen.getByRole("list", { name: "文件中的错误" });
    expect(within(faults).getByText(/工号 已被使用/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "导入" })).toHaveProperty("disabled", true);
    expect(accepted(sent).path).toBe("/api/people/import/preview");
  });

  it("is read anew when a column means something else", async () => {
    const sent = listen({}, () => ({ body: fine }));
    open();
    await user.upload(screen.getByLabelText("表格文件"), file());
    await screen.findByText("将新增 2 人，0 行有误。");
    sent.length = 0;
    await user.click(screen.getByRole("combobox", { name: "“电话”列的含义" }));
    await user.click(await screen.findByTitle("有效期至"));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toMatchObject({
      columns: { 工号: "number", 姓名: "name", 电话: "expires_on", 角色: "roles" },
    });
  });

  it("takes on everybody, and tells their passwords once", async () => {
    URL.createObjectURL = () => "blob:passwords";
    URL.revokeObjectURL = () => undefined;
    const sent = listen({}, ({ path }) => ({
      body: path.endsWith("preview") ? fine : { people: two },
    }));
    open();
    await user.upload(screen.getByLabelText("表格文件"), file());
    await screen.findByText("将新增 2 人，0 行有误。");
    sent.length = 0;
    await press("导入");
    expect(await screen.findByText("k3mw-9qfd-x7ra")).toBeTruthy();
    expect(screen.getByText("由安全管理员发放")).toBeTruthy();
    expect(accepted(sent)).toMatchObject({ method: "POST", path: "/api/people/import" });
    const link = screen.getByRole("link", { name: "下载密码表" });
    expect(link.getAttribute("href")).toBe("blob:passwords");
  });

  it("is had as another, in which nothing is reckoned with", () => {
    URL.createObjectURL = () => "blob:passwords";
    URL.revokeObjectURL = () => undefined;
    show(<ImportResult made={two} onClose={() => undefined} />);
    expect(screen.getByRole("row", { name: "8006 乙 由安全管理员发放" })).toBeTruthy();
    const rows = two.map((each) => [each.number, each.name, each.password]);
    expect(csvOf([...rows, ['a"b', "c,d"]])).toBe(
      '8005,\'=甲,k3mw-9qfd-x7ra\r\n8006,乙,\r\n"a""b","c,d"',
    );
  });

  it("says what was wrong by the time it was written", async () => {
    const message = "文件中有 1 处错误，没有导入任何人员。";
    const fault = { row: 1, field: "number", fault: "taken", value: "8005" };
    const error = { code: "person.import_refused", message, details: { faults: [fault] } };
    listen({}, ({ path }) =>
      path.endsWith("preview") ? { body: fine } : { status: 422, body: { error } },
    );
    open();
    await user.upload(screen.getByLabelText("表格文件"), file());
    await screen.findByText("将新增 2 人，0 行有误。");
    await press("导入");
    expect(await screen.findByText(message)).toBeTruthy();
    expect(screen.getByText(/第 1 行 工号 已被使用/)).toBeTruthy();
  });

  it.each([
    ["is no text", new File([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])], "x.csv"), /另存为 CSV/],
    ["is too large", new File(["x".repeat(200_001)], "x.csv"), /文件太大/],
  ])("is refused where it %s", async (_, wrong, said) => {
    const sent = listen({});
    open();
    await user.upload(screen.getByLabelText("表格文件"), wrong);
    expect(await screen.findByText(said)).toBeTruthy();
    expect(sent).toHaveLength(0);
  });
});

describe("the list", () => {
  it("says who can come in, and opens one beside it", async () => {
    listen({
      "/api/people": answerOf("people"),
      "/api/people/powers": powers,
      "/api/people/1": { ...person, id: 1 },
    });
    show(
      <App>
        <KeysProvider>
          <Routes>
            <Route path="people/:id?" element={<PeoplePage />} />
          </Routes>
        </KeysProvider>
      </App>,
      { at: "/people", session: reader },
    );
    const row = await screen.findByRole("row", { name: /8001/ });
    expect(within(row).getByText("在用")).toBeTruthy();
    expect(within(row).getByText("从未登录")).toBeTruthy();
    expect(await screen.findByRole("button", { name: "新增人员" })).toBeTruthy();
    await user.click(row);
    expect(await screen.findByRole("form", { name: "8004 新话务员" })).toBeTruthy();
  });
});

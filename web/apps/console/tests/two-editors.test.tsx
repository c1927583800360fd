// @vitest-environment jsdom
import type { CalendarRead, CentreRead, LineRead } from "@lianxin/api";
import { useQuery } from "@tanstack/react-query";
import { screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { CalendarWeek } from "../src/features/calendars/calendar-week";
import { CentrePanel } from "../src/features/centres/centre-panel";
import { LinePanel } from "../src/features/lines/line-panel";
import type { Gateway, Template } from "../src/features/notices/data";
import { GatewayForm } from "../src/features/notices/gateway-form";
import { Templates } from "../src/features/notices/templates";
import type { Poll } from "../src/features/polls/data";
import { PollForm } from "../src/features/polls/poll-form";
import { grown, leavesOf } from "../src/shared/form/merge";
import { answerOf, listen, type Sent, show } from "./harness";

const [line] = answerOf<LineRead[]>("lines") as [LineRead];
const calendar = answerOf<CalendarRead>("calendar");
const gateway = answerOf<Gateway>("gateway");
const { poll } = answerOf<{ poll: Poll }>("poll");
const [centre] = answerOf<{ items: CentreRead[] }>("centres").items as [CentreRead];

const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));
const text = (name: RegExp) => screen.getByRole("textbox", { name }) as HTMLInputElement;
const typed = async (name: RegExp, value: string) => {
  await user.clear(text(name));
  await user.type(text(name), value);
};
const field = (name: string) => within(screen.getByRole("region", { name }));

/** The API has `now`; who saves over an older version is refused as it refuses. */
function keeper<Row extends { version: number }>(now: Row) {
  return (sent: Sent) => {
    const { version } = sent.body as Row;
    if (version === now.version) return { body: now };
    const details = { version: now.version, by: "8002 乙", at: "2026-03-02T01:00:00Z" };
    const error = { code: "x.version_conflict", message: "已被 8002 乙 修改", details };
    return { status: 409, body: { error } };
  };
}

/** A form over what is read under `key`: first `before`, then what the API has. */
function Read<Row>({
  name,
  before,
  now,
  form,
}: {
  name: string;
  before: Row;
  now: Row;
  form: (row: Row) => ReactNode;
}) {
  const { data } = useQuery({
    queryKey: [name],
    queryFn: () => now,
    initialData: before,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return form(data as Row);
}

function open<Row extends { version: number }>(
  name: string,
  before: Row,
  theirs: Partial<Row>,
  form: (row: Row) => ReactNode,
): Sent[] {
  const now = { ...before, version: before.version + 1, ...theirs };
  const sent = listen({}, keeper(now));
  show(<Read name={name} before={before} now={now} form={form} />);
  return sent;
}

describe("of two who change one line", () => {
  const form = (row: LineRead) => <LinePanel line={row} mayChange onClosed={vi.fn()} />;

  it("the later one sees both, takes what they did not touch, and saves", async () => {
    const sent = open("lines", line, { name: "乙的名称", night_bell_seconds: 45 }, form);
    await typed(/^名称/, "甲的名称");
    await press("保存");
    const name = await waitFor(() => field("名称"));
    expect(name.getByText("乙的名称")).toBeTruthy();
    expect(name.getByText("甲的名称")).toBeTruthy();
    expect(screen.getByText(/^8002 乙 在您编辑期间/)).toBeTruthy();
    await press("按所选保存");
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.body).toMatchObject({
      version: line.version + 1,
      name: "甲的名称",
      night_bell_seconds: 45,
    });
    await waitFor(() => expect(sessionStorage.length).toBe(0));
  });

  it("the later one may take theirs, and nothing is sent", async () => {
    const sent = open("lines", line, { name: "乙的名称" }, form);
    await typed(/^名称/, "甲的名称");
    await press("保存");
    const name = await waitFor(() => field("名称"));
    await user.click(name.getByRole("radio", { name: "采用对方的" }));
    await press("按所选保存");
    await waitFor(() => expect(text(/^名称/).value).toBe("乙的名称"));
    expect(sent).toHaveLength(1);
    expect(sessionStorage.length).toBe(0);
  });

  it("the later one may go back to what was typed, and is asked again", async () => {
    const sent = open("lines", line, { name: "乙的名称" }, form);
    await typed(/^名称/, "甲的名称");
    await press("保存");
    await waitFor(() => field("名称"));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("region", { name: "名称" })).toBeNull());
    expect(text(/^名称/).value).toBe("甲的名称");
    await press("保存");
    await waitFor(() => field("名称"));
    expect(sent.map(({ body }) => (body as LineRead).version)).toEqual([1, 1]);
  });

  it("the later one is told where both changed other fields, and only saves", async () => {
    const sent = open("lines", line, { night_bell_seconds: 45 }, form);
    await typed(/^名称/, "甲的名称");
    await press("保存");
    expect(await screen.findByText(/^双方修改的项目不重叠/)).toBeTruthy();
    await press("按所选保存");
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.body).toMatchObject({ name: "甲的名称", night_bell_seconds: 45 });
  });

  it("choices are shown by their words", async () => {
    open("lines", { ...line, mode: "auto" }, { mode: "night" }, form);
    await user.click(screen.getByRole("radio", { name: "固定日间" }));
    await press("保存");
    const mode = await waitFor(() => field("运行方式"));
    expect(mode.getByText("固定夜间")).toBeTruthy();
    expect(mode.getByText("固定日间")).toBeTruthy();
  });
});

it("two who change a calendar choose day by day", async () => {
  const theirs = { week: { ...calendar.week, mon: [["10:00", "11:00"]] } };
  const sent = open("calendar", calendar, theirs, (row) => (
    <CalendarWeek calendar={row} mayChange />
  ));
  await typed(/^周一$/, "08:00-09:00");
  await press("保存时段");
  const monday = await waitFor(() => field("周一"));
  expect(monday.getByText("10:00-11:00")).toBeTruthy();
  await press("按所选保存");
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]?.body).toMatchObject({
    version: calendar.version + 1,
    week: { mon: [["08:00", "09:00"]] },
  });
});

it("two who change a centre are asked", async () => {
  const name = { ...centre, name: "甲市" };
  const sent = open("platform", name, { name: "乙市" }, (row) => (
    <CentrePanel centre={row} functions={[]} />
  ));
  await typed(/^名称/, "丙市");
  await press("保存");
  await waitFor(() => field("名称"));
  await press("按所选保存");
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]?.body).toMatchObject({ version: centre.version + 1, name: "丙市" });
});

it("two who change the gateway are asked", async () => {
  const sent = open("notices", gateway, { path: "/theirs" }, (row) => (
    <GatewayForm gateway={row} />
  ));
  await typed(/路径/, "/mine");
  await press("保存");
  await waitFor(() => screen.getByText("/theirs"));
  await press("按所选保存");
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]?.body).toMatchObject({ version: gateway.version + 1, path: "/mine" });
});

it("a poll that is read again while it is typed over is not written over unseen", async () => {
  const sent = open("polls", poll, { title: "乙的" }, (row) => {
    return <PollForm known={row} onDone={vi.fn()} onCancel={vi.fn()} />;
  });
  await typed(/^标题/, "甲的");
  await press("保存");
  await waitFor(() => field("标题"));
  await press("按所选保存");
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]?.body).toMatchObject({ version: poll.version + 1, title: "甲的" });
});

it("a template that was saved has nothing left to be offered again", async () => {
  const [template] = answerOf<Template[]>("templates") as [Template];
  const reads = { "/api/notices/templates": [template] };
  const sent = listen(reads, () => {
    reads["/api/notices/templates"] = [{ ...template, version: template.version + 1 }];
    return { body: [] };
  });
  show(<Templates />);
  const [words] = (await screen.findAllByRole("textbox")) as [HTMLElement];
  await user.type(words, "！");
  await press("保存");
  await waitFor(() => expect(sent).toHaveLength(1));
  await waitFor(() => expect(sessionStorage.length).toBe(0));
  expect(screen.queryByRole("button", { name: "恢复" })).toBeNull();
});

it("values that lie in each other are compared leaf by leaf, lists whole", () => {
  const values = { a: { b: "x", c: {} }, d: [1, { e: 2 }], f: null };
  expect(leavesOf(values)).toEqual({ "a.b": "x", "a.c": {}, d: [1, { e: 2 }], f: null });
  expect(grown(leavesOf(values))).toEqual(values);
});

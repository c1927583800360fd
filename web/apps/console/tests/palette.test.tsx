// @vitest-environment jsdom
import type { CentreRead, Session } from "@lianxin/api";
import { changeLanguage, onComputer } from "@lianxin/i18n";
import { act, cleanup, screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { useLocation, useNavigate } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useShellActs } from "../src/app/shell/acts";
import { Palette } from "../src/app/shell/palette";
import {
  type PaletteItem,
  rowsOf,
  sectionsOf,
  step,
  telephoneIn,
} from "../src/app/shell/palette-model";
import { DraftDesk, DraftDeskContext } from "../src/features/desk";
import { PollsPage } from "../src/features/polls/polls-page";
import { KeysProvider } from "../src/shared/keys";
import { SessionContext } from "../src/shared/session";
import { network } from "./browser";
import { answerOf, listen, show } from "./harness";

const entry = (kind: PaletteItem["kind"], label: string): PaletteItem => ({
  key: `${kind}-${label}`,
  kind,
  label,
  run: () => {},
});

describe("what is offered", () => {
  const known = [entry("go", "工单"), entry("go", "通话"), entry("act", "提交工单")];

  it("is every page and act while nothing is typed", () => {
    const kinds = sectionsOf(known, [], "").map(({ kind, items }) => [kind, items.length]);
    expect(kinds).toEqual([
      ["go", 2],
      ["act", 1],
    ]);
  });

  it("has what is known before what was found, whose words the server has matched", () => {
    const found = [entry("cases", "路灯不亮"), entry("knowledge", "工单须知")];
    const labels = rowsOf(sectionsOf(known, found, "工单")).map(({ label }) => label);
    expect(labels).toEqual(["工单", "提交工单", "路灯不亮", "工单须知"]);
  });

  it("matches words that stand apart, whatever their case", () => {
    const pages = [entry("go", "Check microphone")];
    expect(sectionsOf(pages, [], "MICRO check")).toHaveLength(1);
    expect(sectionsOf(pages, [], "micro x")).toEqual([]);
  });
});

describe("keys", () => {
  it.each([
    ["ArrowDown", 0, 3, 1],
    ["ArrowDown", 2, 3, 0],
    ["ArrowUp", 0, 3, 2],
    ["Enter", 0, 3, null],
    ["ArrowDown", 0, 0, null],
  ])("%s from %d of %d", (key, at, count, next) => {
    expect(step(key, at, count)).toBe(next);
  });
});

const ANSWER = {
  cases: [
    { id: "c1", number: "370220261128001", title: "路灯不亮", type: "report", state: "accepted" },
  ],
  calls: [{ id: "k1", caller: "13800000001", line: "12345", started_at: "2026-11-28T02:00:00Z" }],
  people: [{ number: "8001", name: "李示范" }],
  knowledge: [{ code: "lamps", title: "路灯报修" }],
};

function Here() {
  const { pathname, search } = useLocation();
  return <output>{`${pathname}${search}`}</output>;
}

function open() {
  const closed = vi.fn();
  show(
    <KeysProvider>
      <Palette open onClose={closed} />
      <Here />
    </KeysProvider>,
  );
  return closed;
}

const field = () => screen.getByRole("combobox", { name: "快速操作" });
const option = (name: RegExp) => screen.findByRole("option", { name });
const arrived = (at: string) =>
  waitFor(() => expect(document.querySelector("output")?.textContent).toBe(at));

describe("a telephone number", () => {
  it.each([
    ["13800000001", "13800000001"],
    ["138 0000 0001", "13800000001"],
    ["0990-7654321", "09907654321"],
    ["+8613800000001", "+8613800000001"],
    ["8001", null],
    ["9901 261128 00006 4", null],
    ["路灯 13800000001", null],
  ])("%s is read as %s", (typed, number) => {
    expect(telephoneIn(typed)).toBe(number);
  });
});

/** Who asks: the administrator of the made-up city, with other roles. */
const withRoles = (...roles: string[]): Session => ({
  ...answerOf<Session>("session"),
  roles,
  rights: [],
});

describe("what may be done", () => {
  beforeEach(() => {
    Element.prototype.scrollIntoView = () => {};
  });
  afterEach(() => changeLanguage("zh"));
  const labels = () => screen.getAllByRole("option").map(({ textContent }) => textContent);
  const as = (session: Session) =>
    show(
      <SessionContext value={session}>
        <KeysProvider>
          <Palette open onClose={() => {}} />
          <Here />
        </KeysProvider>
      </SessionContext>,
    );

  it("is each thing that this person may make, and nothing else", () => {
    listen({});
    as(withRoles("administrator"));
    expect(labels()).toEqual(
      expect.arrayContaining(["新建流程", "新开线路", "新建日历", "新建语音", "新建知识条目"]),
    );
    expect(labels()).not.toContain("新建中心");
    cleanup();
    as(withRoles("agent"));
    expect(labels().filter((label) => label?.startsWith("新"))).toEqual([]);
  });

  it("opens the form of a new thing on its page", async () => {
    listen({});
    as(withRoles("administrator"));
    await user.type(field(), "新建民意{Enter}");
    await arrived("/polls?new=1");
  });

  it("has its form open for who comes by that address, once", async () => {
    listen({ "/api/polls": { items: [], next: null, total: 0 } });
    function Comes() {
      const navigate = useNavigate();
      return (
        <button type="button" onClick={() => void navigate("/polls?new=1")}>
          来
        </button>
      );
    }
    show(
      <KeysProvider>
        <Comes />
        <PollsPage />
        <Here />
      </KeysProvider>,
    );
    expect(screen.queryByRole("complementary", { name: "新建调查" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "来" }));
    expect(await screen.findByRole("complementary", { name: "新建调查" })).toBeTruthy();
    await arrived("/polls");
  });

  it("is to leave, and to change how the page looks", async () => {
    const left = vi.fn();
    function WithActs() {
      return <Palette open acts={useShellActs(left)} onClose={() => {}} />;
    }
    listen({});
    show(
      <KeysProvider>
        <DraftDeskContext value={new DraftDesk("shifan.9000", onComputer, Date.now)}>
          <WithActs />
        </DraftDeskContext>
      </KeysProvider>,
    );
    await user.type(field(), "深色{Enter}");
    expect(document.documentElement.dataset.theme ?? localStorage.getItem("lianxin.theme")).toBe(
      "dark",
    );
    await user.clear(field());
    await user.type(field(), "English{Enter}");
    expect(document.documentElement.lang).toMatch(/^en/);
    act(() => changeLanguage("zh"));
    await user.clear(field());
    await user.type(field(), "退出{Enter}");
    expect(left).toHaveBeenCalledOnce();
  });

  it("of an operator is to go to a centre", async () => {
    listen({ "/api/platform/centres": answerOf("centres") });
    as(withRoles("operator"));
    await user.type(field(), "示范");
    await user.click((await screen.findAllByRole("option", { name: /示范市/ }))[0] as HTMLElement);
    await arrived("/centres/shifan");
  });

  it("of an operator finds a centre by its code and its line as well", async () => {
    const [centre] = answerOf<{ items: CentreRead[] }>("centres").items as [CentreRead];
    listen({ "/api/platform/centres": answerOf("centres") });
    as(withRoles("operator"));
    for (const typed of [centre.code, centre.lines[0] as string]) {
      await user.clear(field());
      await user.type(field(), typed);
      expect(await screen.findAllByRole("option", { name: new RegExp(centre.name) })).toBeTruthy();
    }
  });

  it("says of what this person can find how it is found, and nothing of the rest", async () => {
    listen({ "/api/search": { cases: [], calls: [], people: [], knowledge: [] } });
    as(withRoles("operator"));
    expect(field().getAttribute("placeholder")).toBe("页面、操作、中心");
    await user.type(field(), "无此物");
    expect(await screen.findByText("没有找到。中心可按名称、编码或线路号码查。")).toBeTruthy();
    cleanup();
    as(withRoles("agent"));
    await user.type(field(), "无此物");
    const hint = await screen.findByText(/^没有找到。工单可按/);
    expect(hint.textContent).not.toContain("中心");
  });

  it("leads to no knowledge that this person may not open", async () => {
    listen({ "/api/search": ANSWER });
    as({ ...withRoles("administrator"), functions: [] });
    await user.type(field(), "路灯");
    await option(/138/);
    expect(screen.queryByRole("option", { name: /路灯报修/ })).toBeNull();
  });

  it("with a telephone number is to see its caller, first of all", async () => {
    listen({ "/api/search": ANSWER });
    as(withRoles("supervisor"));
    await user.type(field(), "138 0000 0001");
    expect(labels()[0]).toContain("138****0001");
    await user.keyboard("{Enter}");
    await arrived("/calls?range=any&q=13800000001");
  });
});

describe("Ctrl+K", () => {
  beforeEach(() => {
    Element.prototype.scrollIntoView = () => {};
  });

  it("opens the case that was found, with Enter", async () => {
    listen({ "/api/search": ANSWER });
    const closed = open();
    await user.type(field(), "路灯");
    expect((await option(/路灯不亮/)).textContent).toContain("已受理");
    await user.keyboard("{Enter}");
    await arrived("/cases/c1");
    expect(closed).toHaveBeenCalledOnce();
  });

  it("goes down to a call, whose number is masked", async () => {
    listen({ "/api/search": ANSWER });
    open();
    await user.type(field(), "路灯");
    await option(/138\*\*\*\*0001/);
    await user.keyboard("{ArrowDown}{Enter}");
    await arrived("/calls/k1?range=any");
  });

  it("leads from a person to their calls, and from knowledge to its entry", async () => {
    listen({ "/api/search": ANSWER });
    open();
    await user.type(field(), "路灯");
    await user.click(await option(/8001 李示范/));
    await arrived("/calls?range=any&agent=8001");
    await user.click(await option(/路灯报修/));
    await arrived("/knowledge/lamps");
  });

  it("finds pages without an answer of the server, and says what is missing", async () => {
    listen({});
    open();
    await user.type(field(), "审计");
    expect(await screen.findByText(/暂时查不到/)).toBeTruthy();
    await user.keyboard("{Enter}");
    await arrived("/audit");
  });

  it("says what can be looked for when nothing is found", async () => {
    listen({ "/api/search": { cases: [], calls: [], people: [], knowledge: [] } });
    open();
    await user.type(field(), "不存在的东西");
    expect(await screen.findByText(/没有找到/)).toBeTruthy();
  });

  describe("Enter before the answer has come", () => {
    /** Searches are answered when the test says so, by what was looked for. */
    function slow() {
      const waiting = new Map<string, (answer: unknown) => void>();
      network.answer = (request) => {
        const q = new URL(request.url).searchParams.get("q") ?? "";
        return new Promise((done) => {
          waiting.set(q, (answer) => done(Response.json(answer)));
        });
      };
      return async (q: string, title: string) => {
        await waitFor(() => expect(waiting.has(q)).toBe(true));
        const [one] = ANSWER.cases;
        waiting.get(q)?.({
          cases: [{ ...one, id: q, title }],
          calls: [],
          people: [],
          knowledge: [],
        });
      };
    }

    it("opens the first hit when it comes, once", async () => {
      const answer = slow();
      const closed = open();
      await user.type(field(), "路灯{Enter}{Enter}");
      expect(closed).not.toHaveBeenCalled();
      await answer("路灯", "路灯不亮");
      await arrived("/cases/路灯");
      expect(closed).toHaveBeenCalledOnce();
    });

    it("opens nothing that an older or a newer text has found", async () => {
      const answer = slow();
      const closed = open();
      await user.type(field(), "井盖");
      await answer("井盖", "井盖缺失");
      await option(/井盖缺失/);
      await user.clear(field());
      await user.type(field(), "路灯{Enter}");
      expect(closed).not.toHaveBeenCalled();
      await user.type(field(), "不亮");
      await answer("路灯", "路灯");
      await answer("路灯不亮", "路灯不亮");
      await option(/路灯不亮/);
      expect(closed).not.toHaveBeenCalled();
    });

    it("does nothing when nothing is found, and does not remember it", async () => {
      listen({ "/api/search": { cases: [], calls: [], people: [], knowledge: [] } });
      const closed = open();
      await user.type(field(), "不存在的{Enter}");
      expect(await screen.findByText(/没有找到/)).toBeTruthy();
      await user.type(field(), "{Backspace}");
      await user.type(field(), "的");
      expect(closed).not.toHaveBeenCalled();
    });
  });
});

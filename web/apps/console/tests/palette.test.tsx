// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { useLocation } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Palette } from "../src/app/shell/palette";
import { type PaletteItem, rowsOf, sectionsOf, step } from "../src/app/shell/palette-model";
import { KeysProvider } from "../src/shared/keys";
import { network } from "./browser";
import { listen, show } from "./harness";

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

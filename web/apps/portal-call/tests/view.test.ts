// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type CallState, View } from "../src/view";

const idle: CallState = { phase: "idle", seconds: 0, muted: false, keys: "" };
const acts = { start: vi.fn(), hangUp: vi.fn(), mute: vi.fn(), press: vi.fn() };
let view: View;

const find = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`no ${selector}`);
  return element;
};
const visible = () =>
  [...document.querySelectorAll<HTMLElement>(".lxc-controls button")]
    .filter((button) => !button.hidden)
    .map((button) => button.textContent);

beforeEach(() => {
  vi.resetAllMocks();
  view = new View(document.body, "zh", acts, "/cases");
  view.show(idle);
});

describe("the panel", () => {
  it("offers only to call before a call", () => {
    expect(visible()).toEqual(["网页拨打12345"]);
    expect(find(".lxc-pad").hidden).toBe(true);
    find(".lxc-start").click();
    expect(acts.start).toHaveBeenCalledOnce();
  });

  it("can be left while it connects", () => {
    view.show({ ...idle, phase: "calling" });
    expect(visible()).toEqual(["挂断"]);
    expect(find("[role=status]").textContent).toBe("正在接通…");
  });

  it("has time, keypad and mute in the call", () => {
    view.show({ ...idle, phase: "talking", seconds: 12, muted: true, keys: "20" });
    expect(find(".lxc-head").textContent).toBe("通话中00:12");
    expect(visible()).toEqual(["取消静音", "挂断"]);
    expect(find(".lxc-pressed").textContent).toBe("已按 2 0");
    find(".lxc-key").click();
    expect(acts.press).toHaveBeenCalledWith("1");
  });

  it("does not say the same again to a screen reader", () => {
    const status = find("[role=status]");
    view.show({ ...idle, phase: "talking", seconds: 1 });
    const said = status.firstChild;
    view.show({ ...idle, phase: "talking", seconds: 2 });
    expect(status.firstChild).toBe(said);
  });

  it("tells how to look the case up, only after a conversation", () => {
    view.show({ ...idle, phase: "ended", problem: { code: "microphone.refused" } });
    expect(find(".lxc-link").parentElement?.hidden).toBe(true);
    expect(find("[role=status]").textContent).toBe("没有接通");
    expect(find("[role=alert]").textContent).toContain("麦克风");
    view.show({ ...idle, phase: "ended", seconds: 3 });
    expect(find(".lxc-link").parentElement?.hidden).toBe(false);
    expect(visible()).toEqual(["再次拨打"]);
  });

  it("keeps the keyboard's place when one button gives way to another", () => {
    view.show({ ...idle, phase: "microphone" });
    expect(document.activeElement?.textContent).toBe("挂断");
    view.show({ ...idle, phase: "ended" });
    expect(document.activeElement?.textContent).toBe("再次拨打");
  });
});

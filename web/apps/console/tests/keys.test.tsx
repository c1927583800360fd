// @vitest-environment jsdom
import { isPressed } from "@lianxin/ui";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { KeysProvider, useKeys } from "../src/shared/keys";

beforeAll(() => {
  Element.prototype.checkVisibility ??= () => true; // jsdom has none
});

afterEach(cleanup);

const pressed = (key: string, init: KeyboardEventInit = {}) =>
  new KeyboardEvent("keydown", { key, ...init });

describe("isPressed", () => {
  it("reads keys as people do", () => {
    expect(isPressed(pressed("k", { metaKey: true }), "Ctrl+K")).toBe(true);
    expect(isPressed(pressed("k", { ctrlKey: true }), "Ctrl+K")).toBe(true);
    expect(isPressed(pressed("F2"), "F2")).toBe(true);
    expect(isPressed(pressed("?", { shiftKey: true }), "?")).toBe(true);
    expect(isPressed(pressed("/"), "/")).toBe(true);
    expect(isPressed(pressed("Z", { ctrlKey: true, shiftKey: true }), "Ctrl+Shift+Z")).toBe(true);
  });

  it("takes no other modifier along", () => {
    expect(isPressed(pressed("Z", { ctrlKey: true, shiftKey: true }), "Ctrl+Z")).toBe(false);
    expect(isPressed(pressed("F2", { altKey: true }), "F2")).toBe(false);
    expect(isPressed(pressed("Delete", { shiftKey: true }), "Delete")).toBe(false);
  });
});

function Page({ run }: { run: (combo: string) => void }) {
  const binding = (combo: string) => ({ combo, label: combo, run: () => run(combo) });
  useKeys([
    { ...binding("F2"), overDialogs: true },
    ...["?", "Ctrl+S", "Ctrl+Enter", "Escape"].map(binding),
  ]);
  return <input aria-label="field" />;
}

describe("the keys of a page", () => {
  const opened = () => {
    const run = vi.fn<(combo: string) => void>();
    render(
      <KeysProvider>
        <Page run={run} />
      </KeysProvider>,
    );
    return { run, field: screen.getByLabelText("field") };
  };

  it("leaves plain characters to the field that is typed in, and no others", () => {
    const { run, field } = opened();
    fireEvent.keyDown(field, { key: "?", shiftKey: true });
    expect(run).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: "F2" });
    fireEvent.keyDown(field, { key: "s", ctrlKey: true });
    fireEvent.keyDown(document.body, { key: "?", shiftKey: true });
    expect(run.mock.calls.flat()).toEqual(["F2", "Ctrl+S", "?"]);
  });

  it("does nothing while characters are composed", () => {
    const { run, field } = opened();
    fireEvent.keyDown(field, { key: "F2", isComposing: true });
    fireEvent.keyDown(field, { key: "F2", keyCode: 229 });
    expect(run).not.toHaveBeenCalled();
  });

  it("leaves its keys to a dialog, but not the telephone's", () => {
    const { run } = opened();
    const { unmount } = render(<div role="dialog" aria-label="dialog" />);
    const inDialog = screen.getByRole("dialog");
    fireEvent.keyDown(inDialog, { key: "Enter", ctrlKey: true });
    fireEvent.keyDown(inDialog, { key: "Escape" });
    // Not the page's, and not the browser's, who would save the page.
    expect(fireEvent.keyDown(inDialog, { key: "s", ctrlKey: true })).toBe(false);
    expect(run).not.toHaveBeenCalled();
    fireEvent.keyDown(inDialog, { key: "F2" });
    expect(run.mock.calls.flat()).toEqual(["F2"]);
    unmount();
    fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true });
    expect(run).toHaveBeenLastCalledWith("Ctrl+Enter");
  });

  it("leaves Esc to the popup that is open when it is pressed, and to words in a search field", () => {
    const { run } = opened();
    render(<input type="search" aria-label="search" defaultValue="路灯" />);
    const popup = document.body.appendChild(document.createElement("div"));
    popup.className = "ant-select-dropdown";
    // The popup closes by the key before the page hears of it.
    const close = () => popup.remove();
    document.body.addEventListener("keydown", close, { once: true });
    fireEvent.keyDown(document.body, { key: "Escape" });
    expect(popup.isConnected).toBe(false);
    const search = screen.getByLabelText<HTMLInputElement>("search");
    fireEvent.keyDown(search, { key: "Escape" });
    expect(run).not.toHaveBeenCalled();
    search.value = "";
    fireEvent.keyDown(search, { key: "Escape" });
    expect(run.mock.calls.flat()).toEqual(["Escape"]);
  });

  it("does nothing with a key that a part of the page has used", () => {
    const { run, field } = opened();
    field.addEventListener("keydown", (event) => event.preventDefault());
    fireEvent.keyDown(field, { key: "Escape" });
    expect(run).not.toHaveBeenCalled();
  });
});

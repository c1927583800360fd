// @vitest-environment jsdom
/** Somebody who types without a pause: what they see is what Enter takes, and it is in sight. */
import { createEvent, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import user from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { FlowEditor } from "../src/flow-editor";
import type { FlowDocument } from "../src/model/flow";
import { NODE_TYPES } from "../src/model/known-types";
import { NOTHING, type Vocabulary } from "../src/panel/vocabulary";
import { EditorStore } from "../src/state/store";
import { small } from "./flow-fixture";
import { isInView, layOut, wide } from "./pane";

layOut();

const PROMPTS: Vocabulary = {
  ...NOTHING,
  prompts: new Map(
    ["welcome", "hello", "goodbye"].map((id) => [
      id,
      { id, name: id, texts: { zh: `${id}的文字` }, audio: {} },
    ]),
  ),
};

async function opened(drawn: FlowDocument, vocabulary = NOTHING) {
  const store = new EditorStore(NODE_TYPES, drawn);
  render(<FlowEditor store={store} vocabulary={vocabulary} />);
  const first = Object.keys(drawn.spec.nodes)[0] ?? "";
  await waitFor(() => expect(isInView(store, first)).toBe(true));
  // The view rests once it has opened: what is sought before that would be gone past.
  await new Promise((done) => setTimeout(done, 50));
  document.querySelector<HTMLElement>(".fe-canvas")?.focus();
  return store;
}

const fast = () => user.setup({ delay: null });
const nodesOf = (store: EditorStore) => Object.keys(store.get().document.spec.nodes);

describe("a node that is typed", () => {
  it("is of the type that was typed, and stands in sight", async () => {
    const store = await opened(small());
    await fast().keyboard("/播放一段{Enter}");
    expect(nodesOf(store)).toContain("say");
    expect(store.get().selected).toEqual(["say"]);
    await waitFor(() => expect(isInView(store, "say")).toBe(true));
  });

  it("stands in sight where the drawing goes beyond the view", async () => {
    const store = await opened(wide());
    const typist = fast();
    await typist.keyboard("/播放一段{Enter}");
    await waitFor(() => expect(isInView(store, "say")).toBe(true));
    // And the next one, while the view may still be on its way.
    await typist.keyboard("/播放一段{Enter}/挂断{Enter}");
    expect(nodesOf(store)).toEqual(expect.arrayContaining(["say2", "hang_up"]));
    await waitFor(() => expect(isInView(store, "hang_up")).toBe(true));
  });

  it("is pasted in sight, and so is what is arranged", async () => {
    const store = await opened(wide());
    store.seek("n19");
    await waitFor(() => expect(isInView(store, "n19")).toBe(true));
    const text = store.copy() ?? "";
    store.seek("n0");
    await waitFor(() => expect(isInView(store, "n0")).toBe(true));
    store.paste(text);
    const [pasted = ""] = store.get().selected;
    await waitFor(() => expect(isInView(store, pasted)).toBe(true));
    store.select([]);
    store.arrange();
    await waitFor(() => expect(isInView(store, "n0")).toBe(true));
  });
});

describe("a card that is dragged", () => {
  const card = () => document.querySelector<HTMLElement>('.react-flow__node[data-id="open"]');
  const mouse = (kind: "mouseDown" | "mouseMove" | "mouseUp", on: Element, clientX: number) => {
    const event = createEvent[kind](on, { clientX, clientY: 100 });
    // jsdom takes no window of vitest's; the drag listens at the one that the event names.
    Object.defineProperty(event, "view", { value: window });
    fireEvent(on, event);
  };
  const dragCard = (givenUp: boolean) => {
    mouse("mouseDown", card() as HTMLElement, 100);
    for (const x of [120, 160, 200]) mouse("mouseMove", document.body, x);
    if (givenUp) fireEvent.keyDown(document.body, { key: "Escape" });
    for (const x of [220, 260]) mouse("mouseMove", document.body, x);
    mouse("mouseUp", document.body, 260);
  };

  it("stands where it was let go, as one step", async () => {
    const store = await opened(small());
    const before = store.get().document;
    dragCard(false);
    expect(store.get().document.layout.nodes.open).not.toEqual(before.layout.nodes.open);
    store.undo();
    expect(store.get().document).toBe(before);
  });

  it("stands where it stood after Escape, and nothing is to be undone", async () => {
    const store = await opened(small());
    const before = store.get().document;
    const shown = card()?.style.transform;
    dragCard(true);
    expect(store.get().document).toBe(before);
    expect(store.get().history.past).toEqual([]);
    expect(card()?.style.transform).toBe(shown);
    dragCard(false);
    expect(store.get().history.past).toHaveLength(1);
  });
});

describe("Enter in the finder", () => {
  it("goes to the first that fits what was typed, also when that is chosen already", async () => {
    const store = await opened(small());
    store.seek("open");
    await fast().keyboard("{Control>}f{/Control}hello{Enter}");
    expect(store.get().selected).toEqual(["open"]);
    await waitFor(() => expect(isInView(store, "open")).toBe(true));
  });

  it("goes on to the next, back with Shift, and begins anew with another search", async () => {
    const store = await opened(small());
    const typist = fast();
    await typist.keyboard("{Control>}f{/Control}e{Enter}");
    expect(store.get().selected).toEqual(["welcome"]);
    await typist.keyboard("{Enter}");
    expect(store.get().selected).toEqual(["open"]);
    await typist.keyboard("{Shift>}{Enter}{/Shift}");
    expect(store.get().selected).toEqual(["welcome"]);
    const field = screen.getByRole("searchbox", { name: "查找节点" });
    await typist.clear(field);
    await typist.type(field, "bye{Enter}");
    expect(store.get().selected).toEqual(["bye"]);
  });
});

describe("Enter in the fields of the panel", () => {
  // antd's lists read the number of the key, which the typist leaves out.
  const enter = () => {
    const field = document.activeElement as Element;
    fireEvent.keyDown(field, { key: "Enter", keyCode: 13 });
    fireEvent.keyUp(field, { key: "Enter", keyCode: 13 });
  };
  const panel = () => within(screen.getByRole("complementary"));

  it("takes the prompt that was typed, and the next one can be typed at once", async () => {
    const store = await opened(small(), PROMPTS);
    store.seek("open");
    const typist = fast();
    await typist.click(await panel().findByRole("combobox", { name: "添加语音" }));
    for (const wanted of ["goodbye", "welcome"]) {
      await typist.keyboard(wanted);
      enter();
    }
    expect(store.get().document.spec.nodes.open?.prompts).toEqual(["hello", "goodbye", "welcome"]);
  });

  it("takes the node that was typed as the one that an exit leads to", async () => {
    const store = await opened(small(), PROMPTS);
    store.seek("welcome");
    const typist = fast();
    await typist.click(await panel().findByRole("combobox", { name: "按键 1" }));
    await typist.keyboard("bye");
    enter();
    expect(store.get().document.spec.nodes.welcome?.keys).toEqual({ "1": "bye", "2": "bye" });
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { place, setFields, setNote } from "../src/model/edit";
import { STEPS } from "../src/state/history";
import { EditorStore } from "../src/state/store";
import { flow, small, TYPES } from "./flow-fixture";

let now = 0;
const open = (document = small()) => new EditorStore(TYPES, document, false, () => now);

beforeEach(() => {
  now = 0;
});

describe("undo", () => {
  it("goes back step by step to what was opened, and forth again", () => {
    const store = open();
    const first = store.get().document;
    store.addNode("say", { x: 0, y: 0 });
    store.connect("say", "next", "bye");
    const last = store.get().document;
    store.undo();
    store.undo();
    expect(store.get().document).toBe(first);
    store.undo();
    store.redo();
    store.redo();
    expect(store.get().document).toBe(last);
  });

  it("takes typing in one field as one step, until a pause or another field", () => {
    const store = open();
    for (const note of ["欢", "欢迎", "欢迎语"]) {
      store.apply(setNote("welcome", note), "note");
      now += 200;
    }
    expect(store.get().history.past).toHaveLength(1);
    now += 5000;
    store.apply(setNote("welcome", "欢迎语。"), "note");
    store.apply(setNote("bye", "再见"), "note of bye");
    expect(store.get().history.past).toHaveLength(3);
  });

  it("keeps 200 steps", () => {
    const store = open();
    for (let x = 1; x <= STEPS + 50; x += 1) store.apply(place({ welcome: { x, y: 0 } }));
    expect(store.get().history.past).toHaveLength(STEPS);
  });

  it("forgets what was undone when something else is done", () => {
    const store = open();
    store.addNode("say");
    store.undo();
    store.addNode("menu");
    store.redo();
    expect(Object.keys(store.get().document.spec.nodes)).toContain("menu");
    expect(Object.keys(store.get().document.spec.nodes)).not.toContain("say");
  });
});

describe("nodes", () => {
  it("that are removed leave exits that lead nowhere", () => {
    const store = open();
    store.select(["bye"]);
    store.removeChosen();
    const { nodes } = store.get().document.spec;
    expect(nodes.open?.next).toBe("");
    expect(nodes.welcome?.keys).toEqual({ "1": "open", "2": "" });
    expect(store.get().selected).toEqual([]);
  });

  it("that are renamed keep their exits, the start, the note and the frame", () => {
    const store = open();
    store.apply(setNote("welcome", "总机"));
    store.select(["welcome", "open"]);
    store.groupChosen("白天");
    store.rename("welcome", "欢迎");
    store.rename("open", "开放");
    const { spec, layout } = store.get().document;
    expect(spec.start).toBe("欢迎");
    expect(spec.nodes.欢迎?.keys).toEqual({ "1": "开放", "2": "bye" });
    expect(layout.notes).toEqual({ 欢迎: "总机" });
    expect(layout.frames[0]?.members).toEqual(["欢迎", "开放"]);
  });

  it("that are added by keyboard follow the chosen one and are connected", () => {
    const store = open(flow({ hello: { type: "say", prompts: [], next: "" } }));
    store.select(["hello"]);
    store.addNode("hang_up");
    expect(store.get().document.spec.nodes.hello?.next).toBe("hang_up");
    expect(store.get().selected).toEqual(["hang_up"]);
    expect(store.get().document.layout.nodes.hang_up?.x).toBeGreaterThan(240);
    store.undo();
    expect(store.get().document.spec.nodes.hello?.next).toBe("");
  });

  it("are changed alone: the others stay the same objects", () => {
    const store = open();
    const before = store.get().document.spec.nodes;
    store.apply(setFields("open", { prompts: ["other"] }));
    const after = store.get().document.spec.nodes;
    expect(after.open).not.toBe(before.open);
    expect(after.welcome).toBe(before.welcome);
  });
});

describe("paste", () => {
  it("renames what is taken, and the exits among the copies follow", () => {
    const store = open();
    store.select(["welcome", "open"]);
    const text = store.copy() ?? "";
    expect(store.paste(text)).toBe(true);
    const { nodes } = store.get().document.spec;
    expect(nodes.welcome2?.keys).toEqual({ "1": "open2", "2": "bye" });
    expect(nodes.open2?.next).toBe("bye");
    expect(store.get().selected).toEqual(["welcome2", "open2"]);
  });

  it("into another flow cuts the exits to what was left behind", () => {
    const source = open();
    source.select(["welcome", "open"]);
    const text = source.copy() ?? "";
    const other = flow({ bye: { type: "hang_up" } });
    const target = open({ ...other, spec: { ...other.spec, id: "village" } });
    target.paste(text);
    const { nodes } = target.get().document.spec;
    expect(nodes.welcome?.keys).toEqual({ "1": "open", "2": "" });
    expect(nodes.open?.next).toBe("");
  });

  it("brings a frame that was copied whole", () => {
    const store = open();
    store.select(["open", "bye"]);
    store.groupChosen("告别");
    store.duplicate();
    const [first, second] = store.get().document.layout.frames;
    expect(first?.members).toEqual(["open", "bye"]);
    expect(second).toMatchObject({ title: "告别", members: ["open2", "bye2"] });
    expect(second?.id).not.toBe(first?.id);
  });

  it("of anything else is refused", () => {
    const store = open();
    expect(store.paste("hello")).toBe(false);
    expect(store.paste('{"nodes": {}}')).toBe(false);
    expect(store.get().history.past).toHaveLength(0);
  });
});

it("changes nothing that may only be read", () => {
  const store = new EditorStore(TYPES, small(), true);
  const before = store.get().document;
  store.select(["bye"]);
  store.removeChosen();
  store.addNode("say");
  expect(store.get().document).toBe(before);
});

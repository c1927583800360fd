import { describe, expect, it } from "vitest";
import { difference, union } from "../src/model/diff";
import {
  add,
  connect,
  type Edit,
  group,
  place,
  remove,
  setFields,
  setHead,
  setNote,
  titleFrame,
  ungroup,
} from "../src/model/edit";
import type { FlowDocument, FlowSpec, Layout } from "../src/model/flow";
import { conflictKey, merge } from "../src/model/merge";
import { small, TYPES } from "./flow-fixture";

const base = small();

describe("two people on one draft", () => {
  it("merge by themselves where each changed other nodes", () => {
    const mine = setFields("open", { prompts: ["mine"] })(base);
    const theirs = connect(TYPES, "welcome", "keys.2", "open")(base);
    const { document, conflicts } = merge({ base, mine, theirs });
    expect(conflicts).toEqual([]);
    expect(document.spec.nodes.open?.prompts).toEqual(["mine"]);
    expect(document.spec.nodes.welcome?.keys).toEqual({ "1": "open", "2": "open" });
  });

  it("are asked where both changed the same node, and either side can be taken", () => {
    const mine = setFields("open", { prompts: ["mine"] })(base);
    const theirs = setFields("open", { prompts: ["theirs"] })(base);
    const asked = merge({ base, mine, theirs });
    expect(asked.conflicts).toMatchObject([{ id: "open", part: "node" }]);
    expect(asked.document.spec.nodes.open?.prompts).toEqual(["theirs"]);
    const chosen = merge({ base, mine, theirs }, { open: "mine" });
    expect(chosen.document.spec.nodes.open?.prompts).toEqual(["mine"]);
  });

  it("keep what one added and lose what the other removed", () => {
    const mine = add(TYPES, "more", "say", { x: 0, y: 400 })(base);
    const theirs = remove(TYPES, ["open"])(base);
    const { document, conflicts } = merge({ base, mine, theirs });
    expect(conflicts).toEqual([]);
    expect(Object.keys(document.spec.nodes).sort()).toEqual(["bye", "more", "welcome"]);
    expect(document.layout.nodes.more).toEqual({ x: 0, y: 400 });
    expect(document.layout.nodes.open).toBeUndefined();
  });

  it("have a conflict when one changed what the other removed", () => {
    const mine = setFields("open", { prompts: ["mine"] })(base);
    const theirs = remove(TYPES, ["open"])(base);
    const { conflicts } = merge({ base, mine, theirs });
    expect(conflicts).toMatchObject([{ id: "open", theirs: undefined }]);
  });

  it("merge head and places too", () => {
    const mine = place({ bye: { x: 8, y: 8 } })(setHead({ title: "新名" })(base));
    const theirs = setHead({ title: "别名" })(base);
    const { document, conflicts } = merge({ base, mine, theirs }, { "head:title": "mine" });
    expect(conflicts).toMatchObject([{ id: "title", part: "head" }]);
    expect(document.spec.title).toBe("新名");
    expect(document.layout.nodes.bye).toEqual({ x: 8, y: 8 });
  });
});

/** One change of each part of a draft. A part that is new has none here: this does not compile. */
const CHANGES: Record<keyof Layout | "spec", Edit> = {
  nodes: place({ bye: { x: 80, y: 80 } }),
  notes: setNote("open", "问候"),
  frames: group(["open", "bye"], "结束"),
  spec: setHead({ title: "新名" }),
};

function partOf({ spec, layout }: FlowDocument, part: keyof typeof CHANGES): FlowSpec | unknown {
  return part === "spec" ? spec : layout[part];
}

describe("every part of a draft", () => {
  const parts = Object.keys(CHANGES) as (keyof typeof CHANGES)[];

  it("is one of those that are merged here", () => {
    expect(Object.keys(base).sort()).toEqual(["layout", "spec"]);
    expect(parts.filter((part) => part !== "spec").sort()).toEqual(Object.keys(base.layout).sort());
  });

  it.each(parts)("%s is kept, whoever of the two changed it", (part) => {
    const changed = CHANGES[part](base);
    const other = setFields("welcome", { prompts: ["other"] })(base);
    for (const [mine, theirs] of [
      [changed, other],
      [other, changed],
    ] as const) {
      const { document, conflicts } = merge({ base, mine, theirs });
      expect(conflicts).toEqual([]);
      expect(document.spec.nodes.welcome?.prompts).toEqual(["other"]);
      const expected = part === "spec" ? { ...changed.spec, nodes: other.spec.nodes } : null;
      expect(partOf(document, part)).toEqual(expected ?? partOf(changed, part));
    }
  });

  it.each(parts)("%s is kept beside every other that somebody else changed", (part) => {
    const mine = CHANGES[part](base);
    const others = parts.filter((each) => each !== part);
    const theirs = others.reduce((document, each) => CHANGES[each](document), base);
    const { document, conflicts } = merge({ base, mine, theirs });
    expect(conflicts).toEqual([]);
    for (const each of parts) {
      expect(partOf(document, each)).toEqual(partOf(each === part ? mine : theirs, each));
    }
  });
});

describe("two who give names", () => {
  it("are asked where both called the same node something", () => {
    const mine = setNote("open", "我的")(base);
    const theirs = setNote("open", "别人的")(base);
    const asked = merge({ base, mine, theirs });
    expect(asked.conflicts).toMatchObject([{ part: "note", id: "open", mine: "我的" }]);
    expect(asked.document.layout.notes.open).toBe("别人的");
    const [conflict] = asked.conflicts;
    const key = conflict === undefined ? "" : conflictKey(conflict);
    const chosen = merge({ base, mine, theirs }, { [key]: "mine" });
    expect(chosen.document.layout.notes.open).toBe("我的");
  });

  it("are asked when one took the node away that the other named", () => {
    const mine = setNote("open", "问候")(base);
    const theirs = remove(TYPES, ["open"])(base);
    const { conflicts } = merge({ base, mine, theirs });
    expect(conflicts).toMatchObject([{ part: "node", id: "open", theirs: undefined }]);
    const { document } = merge({ base, mine, theirs }, { open: "mine" });
    expect(document.layout.notes.open).toBe("问候");
  });

  it("keep the name of a node that one took away and the other changed", () => {
    const named = setNote("open", "问候")(base);
    const mine = setFields("open", { prompts: ["mine"] })(named);
    const theirs = remove(TYPES, ["open"])(named);
    const { document } = merge({ base: named, mine, theirs }, { open: "mine" });
    expect(document.layout.notes.open).toBe("问候");
  });
});

describe("two who draw frames", () => {
  it("keep both new ones, though both have the same id", () => {
    const mine = group(["open"], "甲")(base);
    const theirs = group(["bye"], "乙")(base);
    const { document, conflicts } = merge({ base, mine, theirs });
    expect(conflicts).toEqual([]);
    const frames = document.layout.frames.map(({ title, members }) => [title, members]);
    expect(frames).toEqual([
      ["乙", ["bye"]],
      ["甲", ["open"]],
    ]);
    expect(new Set(document.layout.frames.map(({ id }) => id)).size).toBe(2);
  });

  it("are asked for a title, and a node stands in one frame", () => {
    const framed = group(["open", "bye"], "旧")(base);
    const mine = titleFrame("frame", "甲")(framed);
    const theirs = group(["bye"], "别处")(titleFrame("frame", "乙")(framed));
    const { document, conflicts } = merge({ base: framed, mine, theirs });
    expect(conflicts).toMatchObject([{ part: "frame", id: "frame", mine: "甲", theirs: "乙" }]);
    const frames = document.layout.frames.map(({ title, members }) => [title, members]);
    expect(frames).toEqual([
      ["乙", ["open"]],
      ["别处", ["bye"]],
    ]);
  });

  it("lose one that was taken away", () => {
    const framed = group(["open"], "旧")(base);
    const mine = setNote("bye", "再见")(framed);
    const { document } = merge({ base: framed, mine, theirs: ungroup("frame")(framed) });
    expect(document.layout.frames).toEqual([]);
  });
});

describe("a difference", () => {
  it("names what a node was called and is called", () => {
    const named = setNote("open", "问候")(base);
    expect(difference(base, named).nodes.open).toMatchObject({
      change: "changed",
      fields: [{ before: undefined, after: "问候" }],
    });
    expect(difference(base, setHead({ title: "新名" })(base)).head).toHaveLength(1);
  });

  const after = setFields("open", { prompts: ["b"] })(
    add(TYPES, "more", "say", { x: 0, y: 0 })(remove(TYPES, ["bye"])(base)),
  );

  it("names added, removed and changed nodes with their fields", () => {
    const { nodes } = difference(base, after);
    expect(nodes.more?.change).toBe("added");
    expect(nodes.bye?.change).toBe("removed");
    expect(nodes.open?.fields).toContainEqual({
      field: "prompts",
      before: ["hello"],
      after: ["b"],
    });
  });

  it("does not mind the order of an object's keys", () => {
    const { type, ...rest } = base.spec.nodes.open ?? { type: "" };
    const turned = { ...base.spec, nodes: { ...base.spec.nodes, open: { ...rest, type } } };
    expect(difference(base, { ...base, spec: turned }).nodes).toEqual({});
  });

  it("is drawn with what is gone where it stood", () => {
    const both = union(base, after);
    expect(both.spec.nodes.bye).toBe(base.spec.nodes.bye);
    expect(both.layout.nodes.bye).toEqual(base.layout.nodes.bye);
  });
});

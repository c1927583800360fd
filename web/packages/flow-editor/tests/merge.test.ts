import { describe, expect, it } from "vitest";
import { difference, union } from "../src/model/diff";
import { add, connect, place, remove, setFields, setHead } from "../src/model/edit";
import { merge } from "../src/model/merge";
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
    expect(asked.conflicts).toMatchObject([{ id: "open", head: false }]);
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
    expect(conflicts).toMatchObject([{ id: "title", head: true }]);
    expect(document.spec.title).toBe("新名");
    expect(document.layout.nodes.bye).toEqual({ x: 8, y: 8 });
  });
});

describe("a difference", () => {
  const after = setFields("open", { prompts: ["b"] })(
    add(TYPES, "more", "say", { x: 0, y: 0 })(remove(TYPES, ["bye"])(base)),
  );

  it("names added, removed and changed nodes with their fields", () => {
    const { nodes } = difference(base.spec, after.spec);
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
    expect(difference(base.spec, turned).nodes).toEqual({});
  });

  it("is drawn with what is gone where it stood", () => {
    const both = union(base, after);
    expect(both.spec.nodes.bye).toBe(base.spec.nodes.bye);
    expect(both.layout.nodes.bye).toEqual(base.layout.nodes.bye);
  });
});

import { describe, expect, it } from "vitest";
import { exitsOf, freeKey, newNode, withExit } from "../src/model/exits";
import type { SpecNode } from "../src/model/flow";
import { TYPES } from "./flow-fixture";

const type = (name: string) => {
  const found = TYPES.get(name);
  if (found === undefined) throw new Error(name);
  return found;
};
const ports = (node: SpecNode) =>
  exitsOf(TYPES.get(node.type), node).map(({ port, target }) => [port, target]);

describe("a schema", () => {
  it("tells group, fields and bounds of a node type", () => {
    const menu = type("menu");
    expect(menu.group).toBe("choose");
    const tries = menu.fields.find(({ name }) => name === "tries");
    expect(tries).toMatchObject({ kind: "number", whole: true, least: 1, most: 9, preset: 3 });
    expect(menu.fields.find(({ name }) => name === "otherwise")).toMatchObject({
      kind: "ref",
      ref: "node",
      nullable: true,
    });
  });

  it("knows weekly hours from any other map", () => {
    expect(type("hours").fields[0]?.kind).toBe("week");
  });
});

describe("exits", () => {
  it("are the fields, the keys and the cases that name a node, in the schema's order", () => {
    const menu = { type: "menu", prompts: [], keys: { "1": "a", "2": "" } };
    expect(ports(menu)).toEqual([
      ["keys.1", "a"],
      ["keys.2", ""],
      ["otherwise", ""],
    ]);
    const branch = { type: "branch", cases: [{ when: "a > 1", to: "x" }], otherwise: "y" };
    expect(ports(branch)).toEqual([
      ["cases.0.to", "x"],
      ["otherwise", "y"],
    ]);
  });

  it("of an unknown type are none", () => {
    expect(ports({ type: "teleport", next: "a" })).toEqual([]);
  });

  it("are led elsewhere without touching the rest of the node", () => {
    const branch = {
      type: "branch",
      cases: [
        { when: "a", to: "x" },
        { when: "b", to: "y" },
      ],
      otherwise: "z",
    };
    const next = withExit(type("branch"), branch, "cases.1.to", "w");
    expect(next.cases).toEqual([
      { when: "a", to: "x" },
      { when: "b", to: "w" },
    ]);
    expect((next.cases as unknown[])[0]).toBe(branch.cases[0]);
    expect(branch.cases[1]?.to).toBe("y");
  });

  it("that are cut are null where the server lets them be, and empty where not", () => {
    const menu = { type: "menu", prompts: [], keys: { "1": "a" }, otherwise: "b" };
    expect(withExit(type("menu"), menu, "otherwise", "").otherwise).toBeNull();
    expect(withExit(type("menu"), menu, "keys.1", "").keys).toEqual({ "1": "" });
  });

  it("of a menu grow by the next free key", () => {
    const menu = { type: "menu", prompts: [], keys: { "1": "a", "3": "b" } };
    expect(withExit(type("menu"), menu, "keys.+", "c").keys).toEqual({
      "1": "a",
      "3": "b",
      "2": "c",
    });
    const keys = TYPES.get("menu")?.fields.find(({ name }) => name === "keys");
    const full = { type: "menu", keys: { "0": "", "1": "", "2": "", "3": "", "*": "", "#": "" } };
    expect(keys && freeKey(keys, full)).toBeNull();
  });

  it("of a new node lead nowhere yet", () => {
    expect(newNode(type("menu")).keys).toEqual({ "1": "", "2": "" });
    expect(newNode(type("branch"))).toMatchObject({
      cases: [{ when: "true", to: "" }],
      otherwise: "",
    });
  });
});

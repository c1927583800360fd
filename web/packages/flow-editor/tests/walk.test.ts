import { describe, expect, it } from "vitest";
import { arranged, placed } from "../src/model/arrange";
import { readDocument } from "../src/model/flow";
import { following, neighbour, readingOrder } from "../src/model/walk";
import { flow, small, TYPES } from "./flow-fixture";

describe("the keyboard", () => {
  it("goes right along an exit, left along an entry, and round by Tab", () => {
    const document = small();
    expect(neighbour(TYPES, document, "welcome", "right")).toBe("open");
    expect(neighbour(TYPES, document, "open", "left")).toBe("welcome");
    expect(neighbour(TYPES, document, "bye", "right")).toBeNull();
    expect(readingOrder(TYPES, document)).toEqual(["welcome", "open", "bye"]);
    expect(following(TYPES, document, "bye", 1)).toBe("welcome");
    expect(following(TYPES, document, null, 1)).toBe("welcome");
    expect(following(TYPES, document, "welcome", -1)).toBe("bye");
  });

  it("goes up and down to the nearest card", () => {
    const document = flow({
      a: { type: "hang_up" },
      b: { type: "hang_up" },
      c: { type: "hang_up" },
    });
    const stacked = {
      ...document,
      layout: {
        ...document.layout,
        nodes: { a: { x: 0, y: 0 }, b: { x: 0, y: 200 }, c: { x: 0, y: 400 } },
      },
    };
    expect(neighbour(TYPES, stacked, "a", "down")).toBe("b");
    expect(neighbour(TYPES, stacked, "c", "up")).toBe("b");
    expect(neighbour(TYPES, stacked, "a", "up")).toBeNull();
  });
});

describe("places", () => {
  it("go from left to right, and circles end", () => {
    const document = flow({
      a: { type: "say", prompts: [], next: "b" },
      b: { type: "say", prompts: [], next: "c" },
      c: { type: "say", prompts: [], next: "a" },
    });
    const { a, b, c } = arranged(TYPES, document);
    expect(a && b && c && a.x < b.x && b.x < c.x).toBe(true);
  });

  it("are given to a flow that has none, and to the new ones of one that has some", () => {
    const bare = placed(TYPES, readDocument(small().spec, null));
    expect(Object.keys(bare.layout.nodes).sort()).toEqual(["bye", "open", "welcome"]);
    const { bye: _, ...some } = small().layout.nodes;
    const partly = placed(TYPES, readDocument(small().spec, { nodes: some }));
    expect(partly.layout.nodes.open).toEqual(small().layout.nodes.open);
    expect(partly.layout.nodes.bye?.y).toBeGreaterThan(100);
  });

  it("of a broken draft are read without failing", () => {
    const document = placed(
      TYPES,
      readDocument({ nodes: { a: 3, b: { type: "teleport" } } }, "no"),
    );
    expect(Object.keys(document.spec.nodes)).toEqual(["b"]);
  });
});

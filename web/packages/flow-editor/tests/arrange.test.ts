import { describe, expect, it } from "vitest";
import { arranged, bodiesOf } from "../src/model/arrange";
import { overlap } from "../src/model/card";
import type { FlowDocument, Point, SpecNode } from "../src/model/flow";
import { NODE_TYPES } from "../src/model/known-types";
import { flow } from "./flow-fixture";

/** Numbers from 0 to below 1 that look random and are the same each time: mulberry32. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Some cards with exits to one another, some of them in frames, wherever they were left. */
function drawing(seed: number): FlowDocument {
  const roll = dice(seed);
  const below = (most: number) => Math.floor(roll() * most);
  const ids = Array.from({ length: 1 + below(24) }, (_, index) => `n${index}`);
  const some = () => ids[below(ids.length)] as string;
  const node = (): SpecNode => {
    if (roll() < 0.4) return { type: "say", prompts: [], next: some() };
    if (roll() < 0.2) return { type: "hang_up" };
    const keys = Object.fromEntries(Array.from({ length: below(9) }, (_, key) => [key, some()]));
    return { type: "menu", prompts: [], keys };
  };
  const document = flow(Object.fromEntries(ids.map((id) => [id, node()])));
  const frames = Array.from({ length: below(4) }, (_, index) => `f${index}`);
  const framed = frames.map((id, index) => ({
    id,
    title: id,
    members: ids.filter((_, at) => at % 5 === index && roll() < 0.8),
  }));
  const nodes: Record<string, Point> = Object.fromEntries(
    ids.map((id) => [id, { x: below(120) * 8, y: below(120) * 8 }]),
  );
  return { ...document, layout: { ...document.layout, nodes, frames: framed } };
}

/** The pairs of frames and cards that lie on one another; a card may lie in its own frame. */
function clashes(document: FlowDocument): string[] {
  const name = ({ cards }: { cards: object }) => Object.keys(cards).join("+");
  const { layout } = document;
  const bare = { ...document, layout: { ...layout, frames: [] } };
  return [bodiesOf(NODE_TYPES, document), bodiesOf(NODE_TYPES, bare)].flatMap((bodies) =>
    bodies.flatMap((one, index) =>
      bodies
        .slice(index + 1)
        .filter((other) => overlap(one, other))
        .map((other) => `${name(one)} on ${name(other)}`),
    ),
  );
}

function after(document: FlowDocument, ids?: readonly string[]): FlowDocument {
  const places = arranged(NODE_TYPES, document, ids);
  const { layout } = document;
  return { ...document, layout: { ...layout, nodes: { ...layout.nodes, ...places } } };
}

const SEEDS = Array.from({ length: 80 }, (_, seed) => seed);

describe("arranging a drawing", () => {
  it("lets no frame lie on a card that is not in it, and no card on another", () => {
    const bad = SEEDS.filter((seed) => clashes(after(drawing(seed))).length > 0);
    expect(bad).toEqual([]);
  });

  it("says where it stood before, and is the same when it is done again", () => {
    for (const seed of SEEDS.slice(0, 30)) {
      const once = after(drawing(seed));
      expect(after(once).layout.nodes).toEqual(once.layout.nodes);
    }
  });

  it("of some cards lets none of them lie on anything, and moves nothing that is not in the way", () => {
    for (const seed of SEEDS) {
      const whole = after(drawing(seed));
      const ids = Object.keys(whole.spec.nodes).filter((_, index) => index % 3 === 0);
      const [moved] = [after(whole, ids)];
      expect(clashes(moved), `seed ${seed}`).toEqual([]);
    }
    const two = flow({
      a: { type: "say", prompts: [], next: "b" },
      b: { type: "hang_up" },
      far: { type: "hang_up" },
    });
    const far = { x: 4000, y: 4000 };
    const apart = { ...two, layout: { ...two.layout, nodes: { ...two.layout.nodes, far } } };
    expect(after(apart, ["a", "b"]).layout.nodes.far).toEqual(far);
  });
});

/** Make room for cards that came to new places: what they lie upon moves down, and nothing else. */
import { type Box, overlap } from "./card";
import type { Point } from "./flow";

/** What moves as one: a card by itself, or a frame with its cards. */
export interface Body extends Box {
  /** The cards of it and where they stand. */
  readonly cards: Readonly<Record<string, Point>>;
}

const GAP = 32;

/** Where the cards of those bodies go that lie under one with a card of `fixed`, or under one that
 * had to move for it. Of two that both have such a card the later one moves. */
export function settled(
  bodies: readonly Body[],
  fixed: ReadonlySet<string>,
): Record<string, Point> {
  const holds = (body: Body) => Object.keys(body.cards).some((id) => fixed.has(id));
  const byHeight = (one: Body, two: Body) => one.y - two.y;
  const ordered = [
    ...bodies.filter(holds),
    ...bodies.filter((body) => !holds(body)).sort(byHeight),
  ];
  const standing: Box[] = [];
  const places: Record<string, Point> = {};
  for (const body of ordered) {
    let { y } = body;
    const under = () => standing.find((each) => overlap(each, { ...body, y }));
    for (let box = under(); box !== undefined; box = under()) y = box.y + box.height + GAP;
    if (holds(body) || y !== body.y) standing.push({ ...body, y });
    if (y === body.y) continue;
    for (const [id, at] of Object.entries(body.cards)) {
      places[id] = { x: at.x, y: at.y + y - body.y };
    }
  }
  return places;
}

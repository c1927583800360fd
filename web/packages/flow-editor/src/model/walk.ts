/** Moving over the canvas by keys, along the edges. */
import { exitsIn } from "./exits";
import type { FlowDocument, Point } from "./flow";
import type { NodeTypes } from "./schema";

export type Direction = "left" | "right" | "up" | "down";

/** Nodes in the order in which a caller can meet them; those that nobody reaches come last. */
export function readingOrder(types: NodeTypes, { spec }: FlowDocument): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const visit = (root: string) => {
    const waiting = [root];
    while (waiting.length > 0) {
      const id = waiting.pop() as string;
      const node = spec.nodes[id];
      if (node === undefined || seen.has(id)) continue;
      seen.add(id);
      order.push(id);
      waiting.push(
        ...exitsIn(types, node)
          .map(({ target }) => target)
          .reverse(),
      );
    }
  };
  visit(spec.start);
  Object.keys(spec.nodes).forEach(visit);
  return order;
}

function nearest(
  document: FlowDocument,
  id: string,
  fits: (from: Point, to: Point) => number | null,
): string | null {
  const from = document.layout.nodes[id];
  if (from === undefined) return null;
  let best: { id: string; distance: number } | null = null;
  for (const [other, to] of Object.entries(document.layout.nodes)) {
    if (other === id || !(other in document.spec.nodes)) continue;
    const distance = fits(from, to);
    if (distance === null || (best !== null && best.distance <= distance)) continue;
    best = { id: other, distance };
  }
  return best?.id ?? null;
}

/** Up and down: the nearest card that stands above or below; what is beside counts less. */
function vertical(document: FlowDocument, id: string, sign: 1 | -1): string | null {
  return nearest(document, id, (from, to) => {
    const down = (to.y - from.y) * sign;
    const aside = Math.abs(to.x - from.x);
    return down > 0 && aside < down + 240 ? down + 2 * aside : null;
  });
}

function rightOf(types: NodeTypes, document: FlowDocument, id: string): string | null {
  const node = document.spec.nodes[id];
  const exits = node ? exitsIn(types, node) : [];
  return exits.find(({ target }) => target !== id && target in document.spec.nodes)?.target ?? null;
}

function leftOf(types: NodeTypes, document: FlowDocument, id: string): string | null {
  const from = Object.entries(document.spec.nodes)
    .filter(
      ([name, node]) => name !== id && exitsIn(types, node).some((exit) => exit.target === id),
    )
    .map(([name]) => name);
  const here = document.layout.nodes[id]?.x ?? 0;
  const before = from.filter((name) => (document.layout.nodes[name]?.x ?? 0) < here);
  return before[0] ?? from[0] ?? null;
}

/** Where an arrow key leads from node `id`; null when there is nothing on that side. */
export function neighbour(
  types: NodeTypes,
  document: FlowDocument,
  id: string,
  direction: Direction,
): string | null {
  if (direction === "right") return rightOf(types, document, id);
  if (direction === "left") return leftOf(types, document, id);
  return vertical(document, id, direction === "down" ? 1 : -1);
}

/** The next node of the reading order, round about; `step` -1 goes back. */
export function following(
  types: NodeTypes,
  document: FlowDocument,
  id: string | null,
  step: 1 | -1,
): string | null {
  const order = readingOrder(types, document);
  if (order.length === 0) return null;
  const at = id === null ? -1 : order.indexOf(id);
  if (at === -1) return order[step === 1 ? 0 : order.length - 1] ?? null;
  return order[(at + step + order.length) % order.length] ?? null;
}

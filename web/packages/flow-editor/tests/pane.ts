/** A canvas of one size: what jsdom does not lay out, and what is in sight of it. */
import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { CARD_WIDTH } from "../src/model/card";
import type { FlowDocument } from "../src/model/flow";
import type { EditorStore } from "../src/state/store";
import { flow } from "./flow-fixture";

const PANE = { width: 1000, height: 600 };

/** Every element has this size, in each test of the file. */
export function layOut(): void {
  beforeEach(() => {
    const box = { ...PANE, x: 0, y: 0, left: 0, top: 0, right: PANE.width, bottom: PANE.height };
    vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(box as DOMRect);
    vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(PANE.width);
    vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(PANE.height);
    vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(PANE.width);
    vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(PANE.height);
    Element.prototype.scrollIntoView = () => undefined;
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });
}

/** How the drawing stands in the canvas. */
export function view(): { x: number; y: number; zoom: number } {
  const pane = document.querySelector<HTMLElement>(".react-flow__viewport");
  const [x = 0, y = 0, zoom = 0] = (pane?.style.transform.match(/-?[\d.]+/g) ?? []).map(Number);
  return { x, y, zoom };
}

export function isInView(store: EditorStore, id: string): boolean {
  const at = store.get().document.layout.nodes[id];
  if (at === undefined) return false;
  const { x, y, zoom } = view();
  const [left, top] = [at.x * zoom + x, at.y * zoom + y];
  return left >= 0 && top >= 0 && left + CARD_WIDTH * zoom <= PANE.width && top < PANE.height;
}

/** Twenty cards in a row, wider than the canvas at the size in which they are read. */
export function wide(): FlowDocument {
  const ids = Array.from({ length: 20 }, (_, index) => `n${index}`);
  const nodes = ids.map((id, index) => [
    id,
    { type: "say", prompts: ["hello"], next: ids[index + 1] ?? "n0" },
  ]);
  return flow(Object.fromEntries(nodes));
}

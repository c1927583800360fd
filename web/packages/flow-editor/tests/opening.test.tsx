// @vitest-environment jsdom
import { render, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { KeptView } from "../src/canvas/canvas";
import { FlowEditor } from "../src/flow-editor";
import type { FlowDocument } from "../src/model/flow";
import { NODE_TYPES } from "../src/model/known-types";
import { walkedOver } from "../src/model/walked";
import { NOTHING } from "../src/panel/vocabulary";
import { EditorStore } from "../src/state/store";
import { small } from "./flow-fixture";
import { isInView, layOut, view, wide } from "./pane";

layOut();

function opened(drawn: FlowDocument, kept?: KeptView, walked: readonly string[] = []) {
  const store = new EditorStore(NODE_TYPES, drawn, walked.length > 0);
  if (walked.length > 0) {
    const visits = walked.map((node, at) => ({ node, at }));
    store.overlay({ walked: walkedOver(NODE_TYPES, drawn.spec.nodes, visits, [], null) });
  }
  render(
    <FlowEditor
      store={store}
      vocabulary={NOTHING}
      {...(kept === undefined ? {} : { view: kept })}
    />,
  );
  return store;
}

function left(at: ReturnType<KeptView["read"]>): KeptView {
  return { read: () => at, keep: vi.fn() };
}

describe("a flow is opened", () => {
  it("whole, and no larger than it is", async () => {
    const store = opened(wide());
    await waitFor(() => expect(view().zoom).toBeLessThan(0.5));
    expect(Object.keys(store.get().document.spec.nodes).every((id) => isInView(store, id))).toBe(
      true,
    );
  });

  it("at its size where that is smaller than the canvas", async () => {
    const store = opened(small());
    await waitFor(() => expect(isInView(store, "bye")).toBe(true));
    expect(view().zoom).toBeLessThanOrEqual(1);
  });

  it("where this person left it", async () => {
    const kept = { x: -40, y: 25, zoom: 0.6 };
    opened(wide(), left(kept));
    await waitFor(() => expect(view()).toEqual(kept));
  });

  it("whole where the drawing has moved out of the view in which it was left", async () => {
    const store = opened(small(), left({ x: 9000, y: 9000, zoom: 1 }));
    await waitFor(() => expect(isInView(store, "bye")).toBe(true));
  });

  it("on the way that a call took", async () => {
    const store = opened(wide(), left({ x: 0, y: 0, zoom: 1 }), ["n17", "n18"]);
    await waitFor(() => expect(isInView(store, "n17")).toBe(true));
    expect(isInView(store, "n18")).toBe(true);
    expect(isInView(store, "n0")).toBe(false);
    expect(view().zoom).toBeGreaterThan(0.5);
  });
});

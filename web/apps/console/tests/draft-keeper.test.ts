import { ApiError } from "@lianxin/api";
import { EditorStore, type FlowDocument, NODE_TYPES, readDocument } from "@lianxin/flow-editor";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DraftConflict, DraftKeeper } from "../src/features/flows/draft-keeper";

const SPEC = {
  spec: 2,
  id: "city",
  title: "市民热线",
  start: "bye",
  nodes: { bye: { type: "hang_up", prompts: ["goodbye"] } },
};

/** A server with one draft, a computer with one store, and a page on both. */
function world() {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const server = { version: 1, document: readDocument(SPEC, { nodes: { bye: { x: 0, y: 0 } } }) };
  const down = { now: false };
  const save = async (version: number, document: FlowDocument) => {
    if (down.now) throw new ApiError("network", "down", 0);
    if (version !== server.version) {
      const { spec, layout } = server.document;
      const details = { version: server.version, by: "8100 班长", at: "", spec, layout };
      throw new ApiError("flow.draft_conflict", "conflict", 409, details);
    }
    server.version += 1;
    server.document = document;
    return { version: server.version };
  };
  const open = () => {
    const store = new EditorStore(NODE_TYPES, server.document);
    const keeper = new DraftKeeper(store, server.version, store.get().document, {
      save,
      storage,
      key: "draft",
      now: () => 0,
    });
    keeper.start();
    return keeper;
  };
  return { server, down, kept, open };
}

const rest = (milliseconds = 1000) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a draft", () => {
  it("is saved when the hand rests, and then nothing is left here", async () => {
    const { server, kept, open } = world();
    const keeper = open();
    keeper.store.addNode("say");
    expect(keeper.get().state).toBe("waiting");
    expect(kept.size).toBe(1);
    await rest();
    expect(keeper.get()).toMatchObject({ state: "saved" });
    expect(server.document.spec.nodes).toHaveProperty("say");
    expect(kept.size).toBe(0);
  });

  it("that was undone to what is kept is saved as it is", async () => {
    const { server, kept, open } = world();
    const keeper = open();
    keeper.store.addNode("say");
    keeper.store.undo();
    expect(keeper.get().state).toBe("waiting");
    await rest();
    expect(keeper.get().state).toBe("saved");
    expect(server.version).toBe(1);
    expect(kept.size).toBe(0);
  });

  it("that could not be saved comes back on the next visit, and is saved", async () => {
    const { server, down, open } = world();
    down.now = true;
    const first = open();
    first.store.addNode("say");
    await rest();
    expect(first.get().state).toBe("failed");
    first.stop();
    down.now = false;
    const second = open();
    expect(second.store.get().document.spec.nodes).toHaveProperty("say");
    await rest();
    expect(server.document.spec.nodes).toHaveProperty("say");
  });

  it("is tried again by itself when the network returns", async () => {
    const { server, down, open } = world();
    down.now = true;
    const keeper = open();
    keeper.store.addNode("say");
    await rest();
    down.now = false;
    await rest(6000);
    expect(keeper.get().state).toBe("saved");
    expect(server.version).toBe(2);
  });
});

describe("a draft that is about to be published", () => {
  it("waits for the save that runs, and for what was drawn since", async () => {
    const { server, open } = world();
    const keeper = open();
    keeper.store.addNode("say");
    void keeper.save();
    keeper.store.addNode("menu");
    await keeper.flush();
    expect(keeper.get().state).toBe("saved");
    expect(keeper.known).toBe(server.version);
    expect(server.document.spec.nodes).toHaveProperty("menu");
  });

  it("is not, when it could not be saved", async () => {
    const { down, open } = world();
    down.now = true;
    const keeper = open();
    keeper.store.addNode("say");
    await expect(keeper.flush()).rejects.toThrow("down");
    down.now = false;
    await keeper.flush();
  });

  it("is not, while two drafts wait for a choice", async () => {
    const { down, open } = world();
    const theirs = open();
    const mine = open();
    theirs.store.addNode("say");
    await theirs.flush();
    mine.store.addNode("menu");
    await expect(mine.flush()).rejects.toThrow("conflict");
    await expect(mine.flush()).rejects.toThrow("conflict");
    down.now = true;
    mine.stop();
    await expect(open().flush()).rejects.toBeInstanceOf(DraftConflict);
  });
});

describe("somebody else was faster", () => {
  it("and the second is told, with both sides, and can settle it", async () => {
    const { server, open } = world();
    const mine = open();
    const theirs = open();
    theirs.store.addNode("say");
    await rest();
    mine.store.addNode("menu");
    await rest();
    const state = mine.get();
    expect(state).toMatchObject({ state: "conflict", theirs: { version: 2, by: "8100 班长" } });
    if (state.state !== "conflict") return;
    const merged = {
      ...state.theirs.document,
      spec: { ...mine.store.get().document.spec },
    };
    mine.settle(merged);
    await rest();
    expect(mine.get().state).toBe("saved");
    expect(server.version).toBe(3);
    expect(server.document.spec.nodes).toHaveProperty("menu");
  });

  it("and theirs can be taken, without saving anything", async () => {
    const { server, open, kept } = world();
    const mine = open();
    const theirs = open();
    theirs.store.addNode("say");
    await rest();
    mine.store.addNode("menu");
    await rest();
    mine.takeTheirs();
    await rest();
    expect(mine.store.get().document.spec.nodes).not.toHaveProperty("menu");
    expect(mine.store.get().document.spec.nodes).toHaveProperty("say");
    expect(server.version).toBe(2);
    expect(kept.size).toBe(0);
  });
});

import { describe, expect, it } from "vitest";
import { NODE_TYPES } from "../src/model/known-types";
import { readPlace } from "../src/model/place";
import { EditorStore } from "../src/state/store";
import { flow } from "./flow-fixture";

const drawn = (() => {
  const document = flow({
    main: { type: "menu", prompts: [], keys: { "1": "" } },
    bill: { type: "subflow", flow: "pay", next: "main" },
  });
  const frames = [{ id: "f", title: "自动服务", members: ["main"] }];
  return { ...document, layout: { ...document.layout, frames } };
})();
const read = (path: string) => readPlace(NODE_TYPES, drawn, path);

describe("a place of the JSON", () => {
  it("is a node with its field, its exit and the frame around it", () => {
    expect(read("nodes.main.keys.1")).toMatchObject({
      node: "main",
      inner: "",
      field: "keys",
      frame: "自动服务",
      exit: { port: "keys.1", key: "1" },
    });
    expect(read("nodes.main")).toMatchObject({ node: "main", field: "", exit: null });
  });

  it("in a subflow is the node that leads into it", () => {
    expect(read("subflows.pay.nodes.ask.next")).toMatchObject({
      node: "bill",
      inner: "pay/ask",
      field: "next",
      frame: "",
    });
  });

  it("is of the flow itself, or of a node that is not there", () => {
    expect(read("start")).toMatchObject({ node: null, field: "start" });
    expect(read("")).toMatchObject({ node: null, field: "" });
    expect(read("nodes.gone.next")).toMatchObject({ node: null, field: "next" });
  });

  it("is gone to: the node is chosen, and its field sought", () => {
    const store = new EditorStore(NODE_TYPES, drawn);
    store.seekPlace("nodes.main.keys.1");
    expect(store.get()).toMatchObject({
      selected: ["main"],
      sought: { id: "main", field: "keys" },
    });
    store.seekPlace("subflows.pay.nodes.ask.next");
    expect(store.get()).toMatchObject({ selected: ["bill"], sought: { id: "bill", field: "" } });
    store.seekPlace("start");
    expect(store.get()).toMatchObject({ selected: [], sought: { id: null, field: "start" } });
    store.seekPlace("nodes.gone.next");
    expect(store.get().sought).toMatchObject({ id: null, field: "start" });
  });
});

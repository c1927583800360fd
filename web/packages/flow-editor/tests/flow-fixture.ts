import { type FlowDocument, readDocument, type SpecNode } from "../src/model/flow";
import { readNodeTypes } from "../src/model/schema";
import { FIXTURE } from "./schema-fixture";

export const TYPES = readNodeTypes(FIXTURE);

export function flow(
  nodes: Record<string, SpecNode>,
  start = Object.keys(nodes)[0] ?? "",
): FlowDocument {
  const spec = { spec: 2, id: "city", title: "市民热线", start, nodes };
  const places = Object.keys(nodes).map((id, index) => [id, { x: index * 320, y: 0 }]);
  return readDocument(spec, { nodes: Object.fromEntries(places) });
}

/** welcome (1 → open, 2 → bye), open → bye, bye. */
export function small(): FlowDocument {
  return flow({
    welcome: { type: "menu", prompts: ["welcome"], keys: { "1": "open", "2": "bye" } },
    open: { type: "say", prompts: ["hello"], next: "bye" },
    bye: { type: "hang_up" },
  });
}

/** Where in a drawing a path of its JSON lies: what lint and the simulator name as a place. */
import { type Exit, exitsIn } from "./exits";
import type { FlowDocument, NodeMap } from "./flow";
import type { NodeTypes } from "./schema";

export interface Place {
  /** The node of this drawing; of what lies in a subflow, the one that leads into it. */
  readonly node: string | null;
  /** The node of a subflow, as `bill/ask`; "" for what lies in the drawing itself. */
  readonly inner: string;
  /** The field of that node, of the flow itself where there is none; "" for the whole. */
  readonly field: string;
  /** Which entry of a list in that field, from 1; null where it is not one. */
  readonly entry: number | null;
  /** The exit that it is. */
  readonly exit: Exit | null;
  /** The title of the frame in which the node stands, "" for none. */
  readonly frame: string;
}

/** Nodes within a subflow, as `bill/ask`, stand for the node that goes into it. */
export function shownNode(nodes: NodeMap, id: string): string | null {
  if (id in nodes) return id;
  const [code] = id.split("/");
  const found = Object.entries(nodes).find(
    ([, node]) => node.type === "subflow" && node.flow === code,
  );
  return found?.[0] ?? null;
}

/** `subflows.bill.nodes.ask.next` → `bill/ask` and `next`; no name has a dot. */
function split(path: string): { id: string; field: string } {
  const words = path.split(".");
  const way: string[] = [];
  while (words[0] === "subflows" && words.length > 2) {
    way.push(words[1] as string);
    words.splice(0, 2);
  }
  if (words[0] !== "nodes" || words.length < 2) {
    return { id: way.join("/"), field: words[0] ?? "" };
  }
  return { id: [...way, words[1]].join("/"), field: words.slice(2).join(".") };
}

export function readPlace(types: NodeTypes, { spec, layout }: FlowDocument, path: string): Place {
  const { id, field } = split(path);
  const node = id === "" ? null : shownNode(spec.nodes, id);
  const own = node === id ? spec.nodes[id] : undefined;
  const exits = own === undefined ? [] : exitsIn(types, own);
  const [name = "", entry = ""] = field.split(".");
  const frame = layout.frames.find(({ members }) => node !== null && members.includes(node));
  return {
    node,
    inner: node === id ? "" : id,
    field: name,
    entry: /^\d+$/.test(entry) ? Number(entry) + 1 : null,
    exit: exits.find(({ port }) => port === field) ?? null,
    frame: frame?.title ?? "",
  };
}

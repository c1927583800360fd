/** The path of a call, simulated or past, as what lies over the drawing. */
import { edgeKey } from "../canvas/elements";
import type { Walked } from "../state/overlay";
import { type Exit, exitsIn } from "./exits";
import type { NodeMap } from "./flow";
import { shownNode } from "./place";
import type { NodeTypes } from "./schema";

/** One node that was entered, in seconds from the start of the call. */
export interface Visit {
  readonly node: string;
  readonly at: number;
}

/** The exit that the interpreter calls `name`: a field, a key, or the only one that leads there. */
function taken(exits: readonly Exit[], name: string, target: string): Exit | undefined {
  const there = exits.filter((exit) => exit.target === target);
  return there.find(({ port, key }) => port === name || key === name) ?? there[0];
}

/** `edges`: [node, exit, node] as the interpreter took them; `current`: null when it is over. */
export function walkedOver(
  types: NodeTypes,
  nodes: NodeMap,
  visits: readonly Visit[],
  edges: readonly (readonly string[])[],
  current: string | null,
): Walked {
  const times = visits.flatMap(({ node, at }) => {
    const shown = shownNode(nodes, node);
    return shown === null ? [] : [[shown, at] as const];
  });
  const keys = edges.flatMap(([from = "", exit = "", to = ""]) => {
    const source = shownNode(nodes, from);
    const target = shownNode(nodes, to);
    const node = source === null ? undefined : nodes[source];
    if (source === null || target === null || node === undefined || source === target) return [];
    const found = taken(exitsIn(types, node), exit, target);
    return found ? [edgeKey(source, found.port, target)] : [];
  });
  return {
    nodes: Object.fromEntries(times),
    edges: new Set(keys),
    current: current === null ? null : shownNode(nodes, current),
  };
}

/** What is different between two versions of a flow, node by node and field by field. */
import { type FlowDocument, type FlowSpec, same } from "./flow";

interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface NodeChange {
  readonly change: "added" | "removed" | "changed";
  readonly fields: readonly FieldChange[];
}

export interface Difference {
  readonly nodes: Readonly<Record<string, NodeChange>>;
  readonly head: readonly FieldChange[];
}

function fieldChanges(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((field) => !same(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

function head({ nodes: _, subflows: __, ...rest }: FlowSpec): Record<string, unknown> {
  return rest;
}

/** What people call a node, as if it were a field of it: a node's id never changes the call. */
export const NOTE_FIELD = "/note"; // no field of a node has a stroke

/** A node with what it is called; {} where there is none. */
function called({ spec, layout }: FlowDocument, id: string): Record<string, unknown> {
  const node = spec.nodes[id];
  const note = layout.notes[id];
  if (node === undefined) return {};
  return note === undefined ? { ...node } : { ...node, [NOTE_FIELD]: note };
}

/** Each node with its name, and the flow's own fields. Where nodes stand is no difference. */
export function difference(before: FlowDocument, after: FlowDocument): Difference {
  const nodes: Record<string, NodeChange> = {};
  const ids = new Set([...Object.keys(after.spec.nodes), ...Object.keys(before.spec.nodes)]);
  for (const id of ids) {
    const fields = fieldChanges(called(before, id), called(after, id));
    if (!(id in before.spec.nodes)) nodes[id] = { change: "added", fields };
    else if (!(id in after.spec.nodes)) nodes[id] = { change: "removed", fields };
    else if (fields.length > 0) nodes[id] = { change: "changed", fields };
  }
  return { nodes, head: fieldChanges(head(before.spec), head(after.spec)) };
}

/** One drawing of both: the later version, and what it no longer has, where that stood. */
export function union(before: FlowDocument, after: FlowDocument): FlowDocument {
  const gone = Object.fromEntries(
    Object.entries(before.spec.nodes).filter(([id]) => !(id in after.spec.nodes)),
  );
  return {
    spec: { ...after.spec, nodes: { ...after.spec.nodes, ...gone } },
    layout: {
      ...after.layout,
      nodes: { ...before.layout.nodes, ...after.layout.nodes },
      notes: { ...before.layout.notes, ...after.layout.notes },
    },
  };
}

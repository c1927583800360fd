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

export function difference(before: FlowSpec, after: FlowSpec): Difference {
  const nodes: Record<string, NodeChange> = {};
  for (const [id, node] of Object.entries(after.nodes)) {
    const old = before.nodes[id];
    if (old === undefined) nodes[id] = { change: "added", fields: fieldChanges({}, node) };
    else if (!same(old, node)) nodes[id] = { change: "changed", fields: fieldChanges(old, node) };
  }
  for (const [id, node] of Object.entries(before.nodes)) {
    if (!(id in after.nodes)) nodes[id] = { change: "removed", fields: fieldChanges(node, {}) };
  }
  return { nodes, head: fieldChanges(head(before), head(after)) };
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

/** What lies over the drawing and is no part of it: marks, the walked path, callers, changes. */
import type { NodeChange } from "../model/diff";

export type Severity = "error" | "warning" | "hint";

/** One finding of lint. `place` is as in `nodes.welcome.keys.1`; `node` is null for the flow. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly place: string;
  readonly node: string | null;
  readonly message: string;
}

/** Where a call, a simulated or a past one, has been. */
export interface Walked {
  /** When a node was entered, in seconds from the start; the last visit counts. */
  readonly nodes: Readonly<Record<string, number>>;
  /** Exits taken, as `node port-or-exit target`. */
  readonly edges: ReadonlySet<string>;
  /** Where the caller stands; null when the call is over. */
  readonly current: string | null;
}

/** Callers at a node. */
export interface Traffic {
  readonly now: number;
  readonly entered: number;
  readonly dropped: number;
}

export interface Overlay {
  readonly findings: readonly Finding[];
  readonly walked: Walked | null;
  readonly traffic: Readonly<Record<string, Traffic>> | null;
  readonly changes: Readonly<Record<string, NodeChange>> | null;
}

export const NOTHING: Overlay = { findings: [], walked: null, traffic: null, changes: null };

const WEIGHT: Record<Severity, number> = { error: 2, warning: 1, hint: 0 };

/** The gravest severity among findings; null when there is none. */
export function gravest(findings: readonly Finding[]): Severity | null {
  return findings.reduce<Severity | null>(
    (worst, { severity }) =>
      worst === null || WEIGHT[severity] > WEIGHT[worst] ? severity : worst,
    null,
  );
}

const NONE: readonly Finding[] = [];
const byNode = new WeakMap<readonly Finding[], Map<string, readonly Finding[]>>();

/** The findings about one node; the same array while the findings are the same. */
export function findingsOf(findings: readonly Finding[], id: string): readonly Finding[] {
  let known = byNode.get(findings);
  if (known === undefined) {
    const grouped = new Map<string, Finding[]>();
    for (const finding of findings) {
      if (finding.node === null) continue;
      const list = grouped.get(finding.node);
      if (list) list.push(finding);
      else grouped.set(finding.node, [finding]);
    }
    known = grouped;
    byNode.set(findings, known);
  }
  return known.get(id) ?? NONE;
}

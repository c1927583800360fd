/** What the API of traffic and traces gives: until it is generated. */
import { api, take } from "@lianxin/api";

export interface Traffic {
  version: number | null;
  now: Record<string, number>;
  today: Record<string, { entered: number; dropped: number }>;
  calls: number;
  contained: number;
  containment: number | null;
}

interface TraceStep {
  at: string;
  seconds: number;
  node: string;
  what: string;
  detail: string;
  data: Record<string, unknown>;
}

export interface Trace {
  call: string;
  flow: { code: string; name: string; number: number } | null;
  spec: unknown;
  layout: unknown;
  steps: TraceStep[];
}

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** One call of a path that the generated types do not know yet. */
export function send<Answer>(
  method: Method,
  path: string,
  parameters: Record<string, unknown>,
  body?: unknown,
): Promise<Answer> {
  const untyped = api as unknown as Record<
    Method,
    (path: string, options: object) => Promise<{ data?: Answer }>
  >;
  return take(untyped[method](path, { params: { path: parameters }, body }));
}

/** What the API of simulation, scenarios, traffic and traces gives: until it is generated. */
import { api, take } from "@lianxin/api";

interface TranscriptLine {
  at: number;
  node: string;
  kind: string;
  text: string;
  data: Record<string, unknown>;
  step: number;
}

export interface Simulated {
  transcript: TranscriptLine[];
  node: string;
  phase: string;
  playing: { prompt: string; text: string; url: string | null }[];
  waiting: string[];
  variables: Record<string, unknown>;
  finished: boolean;
  path: string[];
  edges: string[][];
}

export interface Simulation {
  spec: unknown;
  setup: Record<string, unknown>;
  steps: Record<string, unknown>[];
}

export interface NewScenario {
  name: string;
  setup: Record<string, unknown>;
  steps: Record<string, unknown>[];
  expected: TranscriptLine[];
}

export interface Scenario extends NewScenario {
  id: number;
}

export interface ScenarioResult {
  id: number;
  name: string;
  passed: boolean;
  difference: string[];
}

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

export interface ImportFlow {
  code?: string;
  name?: string;
  file: unknown;
}

export interface Imported {
  code: string;
  missing_prompts: string[];
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

import { ApiError, api, unwrap } from "@lianxin/api";
import type { components } from "@lianxin/api/schema";
import type { PromptChoice, Vocabulary } from "@lianxin/flow-editor";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useList } from "../../shared/data/lists";

type Schemas = components["schemas"];

export type FlowItem = Schemas["FlowSummary"];
export type FlowDetail = Schemas["FlowRead"];
export type VersionItem = Schemas["VersionSummary"];
export type NewFlow = Schemas["FlowCreate"];
export type Publish = Schemas["Publish"];
export type Review = Schemas["Review"];
export type Scenario = Schemas["ScenarioRead"];
export type ScenarioResult = Schemas["ScenarioResult"];
export type Simulated = Schemas["SimulationResult"];
export type Trace = Schemas["Trace"];
export type Traffic = Schemas["Traffic"];

const of = (code: string) => ({ params: { path: { code } } });

/** `away`: those that were put away, instead of the others. */
export function useFlows(away = false) {
  return useList(["flows", { away }], (cursor) =>
    unwrap(api.GET("/api/flows", { params: { query: { cursor, put_away: away } } })),
  );
}

export const putAway = (code: string) => unwrap(api.DELETE("/api/flows/{code}", of(code)));

export const restore = (code: string) => unwrap(api.POST("/api/flows/{code}/restore", of(code)));

export function useFlow(code: string) {
  return useQuery({
    queryKey: ["flow", code],
    queryFn: () => unwrap(api.GET("/api/flows/{code}", of(code))),
    // The draft on the page is newer than what was read: it is never taken from under the hand.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** The state around a draft: versions and review, without touching what is drawn. */
export function useFlowState(code: string) {
  return useQuery({
    queryKey: ["flow-state", code],
    queryFn: () => unwrap(api.GET("/api/flows/{code}", of(code))),
    placeholderData: keepPreviousData,
  });
}

export const createFlow = (body: NewFlow) => unwrap(api.POST("/api/flows", { body }));

export const saveDraft = (code: string, version: number, spec: unknown, layout: unknown) =>
  unwrap(
    api.PUT("/api/flows/{code}/draft", {
      ...of(code),
      body: { version, spec, layout },
    }),
  );

export const bePresent = (code: string, leaving: boolean) =>
  unwrap(api.POST("/api/flows/{code}/presence", { ...of(code), body: { leaving } }));

export const review = (code: string, body: Review) =>
  unwrap(api.POST("/api/flows/{code}/review", { ...of(code), body }));

export const publish = (code: string, body: Publish) =>
  unwrap(api.POST("/api/flows/{code}/publish", { ...of(code), body }));

export const cancelScheduled = (code: string) =>
  unwrap(api.DELETE("/api/flows/{code}/scheduled", of(code)));

export const lint = (code: string, spec: unknown) =>
  unwrap(api.POST("/api/flows/{code}/lint", { ...of(code), body: { spec } }));

export const simulate = (code: string, body: Schemas["Simulation"]) =>
  unwrap(api.POST("/api/flows/{code}/simulate", { ...of(code), body }));

const readVersion = (code: string, number: number) =>
  unwrap(api.GET("/api/flows/{code}/versions/{number}", { params: { path: { code, number } } }));

export const rollBack = (code: string, number: number, note: string) =>
  unwrap(
    api.POST("/api/flows/{code}/versions/{number}/roll-back", {
      params: { path: { code, number } },
      body: { note },
    }),
  );

export function useVersions(code: string) {
  return useList(["flow-versions", code], (cursor) =>
    unwrap(
      api.GET("/api/flows/{code}/versions", { params: { path: { code }, query: { cursor } } }),
    ),
  );
}

/** A version's drawing; the number never changes what it says. */
export function useVersion(code: string, number: number | null) {
  return useQuery({
    queryKey: ["flow-version", code, number],
    queryFn: () => readVersion(code, number ?? 0),
    enabled: number !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useScenarios(code: string) {
  return useQuery({
    queryKey: ["flow-scenarios", code],
    queryFn: () => unwrap(api.GET("/api/flows/{code}/scenarios", of(code))),
  });
}

const scenario = (code: string, id: number) => ({ params: { path: { code, scenario_id: id } } });

export const addScenario = (code: string, body: Schemas["ScenarioCreate"]) =>
  unwrap(api.POST("/api/flows/{code}/scenarios", { ...of(code), body }));

export const changeScenario = (code: string, id: number, body: Schemas["ScenarioCreate"]) =>
  unwrap(api.PUT("/api/flows/{code}/scenarios/{scenario_id}", { ...scenario(code, id), body }));

export const deleteScenario = (code: string, id: number) =>
  unwrap(api.DELETE("/api/flows/{code}/scenarios/{scenario_id}", scenario(code, id)));

export const runScenarios = (code: string, spec: unknown) =>
  unwrap(api.POST("/api/flows/{code}/scenarios/run", { ...of(code), body: { spec } }));

export const importFlow = (body: Schemas["FlowImport"]) =>
  unwrap(api.POST("/api/flows/import", { body }));

/** The version of a flow's draft, so that an import can take its place. */
export async function draftVersion(code: string): Promise<number> {
  return (await unwrap(api.GET("/api/flows/{code}", of(code)))).draft.version;
}

/** Where the browser fetches the file of a flow. */
export function exportAddress(code: string, version: number | "draft" = "draft"): string {
  return `/api/flows/${encodeURIComponent(code)}/export?version=${version}`;
}

/** Callers on each node, every 2 s while the page is in sight. */
export function useTraffic(code: string, on: boolean) {
  return useQuery({
    queryKey: ["flow-traffic", code],
    queryFn: () => unwrap(api.GET("/api/flows/{code}/traffic", of(code))),
    enabled: on,
    refetchInterval: 2000,
    staleTime: 0,
  });
}

export function useTrace(call: string) {
  return useQuery({
    queryKey: ["trace", call],
    queryFn: () =>
      unwrap(api.GET("/api/calls/{call_id}/trace", { params: { path: { call_id: call } } })),
  });
}

function vocabularyOf(known: Schemas["Vocabulary"]): Vocabulary {
  const prompts = known.prompts.map(
    ({ id, name, texts, audio }): PromptChoice => ({
      id,
      name: name || id,
      texts: texts as Record<string, string>,
      audio: audio as Record<string, string>,
    }),
  );
  return {
    prompts: new Map(prompts.map((prompt) => [prompt.id, prompt])),
    choices: {
      queue: known.queues,
      calendar: known.calendars,
      connection: known.connections,
      poll: known.polls,
      knowledge: known.knowledge,
      flow: known.flows.filter(({ kind }) => kind === "subflow"),
      variable: known.variables.map(({ name }) => ({ code: name, name })),
    },
    languages: known.languages.map(({ code }) => code),
    functions: new Set(known.functions),
  };
}

export function useFlowVocabulary() {
  return useQuery({
    queryKey: ["flow-vocabulary"],
    queryFn: async () => {
      const known = await unwrap(api.GET("/api/flows/vocabulary"));
      const languages = known.languages.map(({ code, name }) => [code, name]);
      return {
        vocabulary: vocabularyOf(known),
        templates: known.templates,
        queues: known.queues,
        flows: known.flows,
        languageNames: Object.fromEntries(languages) as Record<string, string>,
      };
    },
    staleTime: 60_000,
  });
}

/** A refusal's details, when `error` is that refusal. */
export function refusal(error: unknown, code: string): Readonly<Record<string, unknown>> | null {
  return error instanceof ApiError && error.code === code ? error.details : null;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { api, unwrap } from "@lianxin/api";
import type { components } from "@lianxin/api/schema";
import { useQuery } from "@tanstack/react-query";
import { readingInterval } from "../../shared/data/reading";
import { type WriteKeys, writeShape } from "../../shared/data/write-shape";

type Schemas = components["schemas"];

export type KnowledgeNode = Schemas["KnowledgeNode"];
export type KnowledgeEntry = Schemas["KnowledgeRead"];
export type KnowledgeCreate = Schemas["KnowledgeCreate"];
export type KnowledgePreview = Schemas["KnowledgePreview"];

const WRITTEN: WriteKeys<KnowledgeCreate> = {
  code: true,
  parent: true,
  order: true,
  titles: true,
  bodies: true,
  title_prompt: true,
  body_prompt: true,
  state: true,
  effective_from: true,
  effective_to: true,
};

/** What can be changed of an entry, as the API takes it. */
export function valuesOf(entry: KnowledgeEntry): Required<KnowledgeCreate> {
  return writeShape(WRITTEN, entry);
}

export function useTree() {
  return useQuery({ queryKey: ["knowledge"], queryFn: () => unwrap(api.GET("/api/knowledge")) });
}

/** Entries that have all of the words `q`, of two characters at least. */
export function useFound(q: string) {
  return useQuery({
    queryKey: ["knowledge", "search", q],
    queryFn: () => unwrap(api.GET("/api/knowledge/search", { params: { query: { q } } })),
    enabled: q.length >= 2,
  });
}

export function useEntry(code: string) {
  return useQuery({
    queryKey: ["knowledge", code],
    queryFn: () => unwrap(api.GET("/api/knowledge/{code}", { params: { path: { code } } })),
    refetchInterval: ({ state: { data } }) => readingInterval(data?.reading),
  });
}

export function useKnowledgeSearch(q: string) {
  return useQuery({
    queryKey: ["knowledge", "search", q],
    queryFn: () => unwrap(api.GET("/api/knowledge/search", { params: { query: { q } } })),
    enabled: q.length >= 2,
  });
}

export function useEntryVersions(code: string) {
  return useQuery({
    queryKey: ["knowledge", code, "versions"],
    queryFn: () =>
      unwrap(api.GET("/api/knowledge/{code}/versions", { params: { path: { code } } })),
  });
}

export function saveEntry(values: KnowledgeCreate, version: number | null) {
  if (version === null) return unwrap(api.POST("/api/knowledge", { body: values }));
  const params = { path: { code: values.code } };
  return unwrap(api.PUT("/api/knowledge/{code}", { params, body: { ...values, version } }));
}

export function removeEntry(code: string) {
  return unwrap(api.DELETE("/api/knowledge/{code}", { params: { path: { code } } }));
}

/** `version`: that of the entry as it was read. */
export function restoreEntry(code: string, version: number, number: number) {
  const params = { path: { code } };
  return unwrap(api.POST("/api/knowledge/{code}/restore", { params, body: { number, version } }));
}

export function importKnowledge(text: string) {
  return unwrap(api.POST("/api/knowledge/import", { body: { text } }));
}

/** What the import of a file would do. */
export async function previewKnowledge(text: string): Promise<KnowledgePreview> {
  return unwrap(api.POST("/api/knowledge/import/preview", { body: { text } }));
}

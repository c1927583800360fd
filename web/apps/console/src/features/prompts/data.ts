import { api, type PromptRead, unwrap } from "@lianxin/api";
import type { paths } from "@lianxin/api/schema";
import { type QueryKey, useQuery } from "@tanstack/react-query";
import { useList } from "../../shared/data/lists";

export type PromptLanguage = keyof PromptRead["languages"];
export type PromptQuery = NonNullable<paths["/api/prompts"]["get"]["parameters"]["query"]>;

export const PROMPT_LANGUAGES: readonly PromptLanguage[] = ["zh", "en", "yue"];

export function usePrompts(query: PromptQuery) {
  return useList(["prompts", query], (cursor) =>
    unwrap(api.GET("/api/prompts", { params: { query: { ...query, cursor } } })),
  );
}

/** One prompt; read again every two seconds while a version of it is being spoken. */
export function usePrompt(code: string) {
  return useQuery({
    queryKey: ["prompt", code],
    queryFn: () => unwrap(api.GET("/api/prompts/{code}", { params: { path: { code } } })),
    refetchInterval: ({ state }) =>
      state.data?.versions.some((version) => version.state === "rendering") ? 2000 : false,
  });
}

export function usePromptStudio() {
  return useQuery({
    queryKey: ["prompt-studio"],
    queryFn: () => unwrap(api.GET("/api/prompt-studio")),
    staleTime: 60_000,
  });
}

/** What must be read again after a prompt was changed. */
export function promptKeys(code: string): QueryKey[] {
  return [["prompt", code], ["prompts"], ["prompt-studio"]];
}

export function createPrompt(body: { code: string; name: string; texts: { zh: string } }) {
  return unwrap(api.POST("/api/prompts", { body: { ...body, note: "" } }));
}

export function changePrompt(
  code: string,
  body: {
    version: number;
    name?: string;
    note?: string;
    texts?: Partial<Record<PromptLanguage, string>>;
  },
) {
  const params = { path: { code } };
  return unwrap(api.PATCH("/api/prompts/{code}", { params, body }));
}

export function removePrompt(code: string) {
  return unwrap(api.DELETE("/api/prompts/{code}", { params: { path: { code } } }));
}

/** `number`: what callers hear from now on; null: what is shipped, or nothing. */
export function choosePromptVersion(code: string, language: PromptLanguage, number: number | null) {
  const params = { path: { code, language } };
  return unwrap(api.PUT("/api/prompts/{code}/{language}/current", { params, body: { number } }));
}

export function speakPrompt(
  code: string,
  language: PromptLanguage,
  body: { version: number; text: string; voice: string; speed: number },
) {
  const params = { path: { code, language } };
  return unwrap(api.POST("/api/prompts/{code}/{language}/speech", { params, body }));
}

export function trimPrompt(
  code: string,
  language: PromptLanguage,
  number: number,
  body: { start: number; end: number },
) {
  const path = { code, language, number };
  return unwrap(
    api.POST("/api/prompts/{code}/{language}/versions/{number}/trim", {
      params: { path },
      body,
    }),
  );
}

export interface SoundFile {
  file: Blob;
  source: "upload" | "microphone";
  text: string;
}

export function uploadPrompt(code: string, language: PromptLanguage, sound: SoundFile) {
  const form = new FormData();
  form.set("source", sound.source);
  form.set("text", sound.text);
  form.set("file", sound.file, "sound");
  return unwrap(
    api.POST("/api/prompts/{code}/{language}/audio", {
      params: { path: { code, language } },
      body: {} as never, // what is sent is the form
      bodySerializer: () => form,
    }),
  );
}

/** A code with which a version is spoken into the telephone. */
export function givePromptCode(code: string, language: PromptLanguage) {
  const params = { path: { code, language } };
  return unwrap(api.POST("/api/prompts/{code}/{language}/telephone", { params }));
}

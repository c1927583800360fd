import { api, type CaseEventCreate, type CaseUpdate, type ReplyDraft, unwrap } from "@lianxin/api";
import { type QueryClient, useQuery } from "@tanstack/react-query";
import { isClosed } from "../../shared/data/closed";
import { invalidate } from "../../shared/data/invalidate";
import { type QueryOf, useList } from "../../shared/data/lists";
import { readingInterval } from "../../shared/data/reading";

export type CaseQuery = QueryOf<"/api/cases">;

export function useCases(query: CaseQuery) {
  return useList(["cases", query], (cursor) =>
    unwrap(api.GET("/api/cases", { params: { query: { ...query, cursor } } })),
  );
}

export function useCase(id: string | null) {
  return useQuery({
    queryKey: ["case", id],
    queryFn: () => readCase(id ?? ""),
    enabled: id !== null,
    // Reading a confidential case is noted: nobody's page does so by itself.
    refetchInterval: ({ state: { data } }) =>
      data?.secrecy === "confidential" ? false : readingInterval(data?.reading),
  });
}

export function readCase(id: string) {
  return unwrap(api.GET("/api/cases/{case_id}", { params: { path: { case_id: id } } }));
}

/** A write was refused because the case is closed to who wrote: then nothing of it stays on the page. */
export function readAgainIfClosed(client: QueryClient, id: string, error: unknown): void {
  if (isClosed(error)) invalidate(client, { kind: "case", id });
}

export function newCode(id: string) {
  return unwrap(api.POST("/api/cases/{case_id}/code", { params: { path: { case_id: id } } }));
}

export function changeCase(id: string, version: number, fields: Omit<CaseUpdate, "version">) {
  const params = { path: { case_id: id } };
  return unwrap(api.PATCH("/api/cases/{case_id}", { params, body: { version, ...fields } }));
}

/** Let an event happen; `key` is the same for each try of one request. */
export function moveCase(id: string, key: string, body: CaseEventCreate) {
  const params = { path: { case_id: id }, header: { "Idempotency-Key": key } };
  return unwrap(api.POST("/api/cases/{case_id}/events", { params, body }));
}

export function draftReply(id: string, version: number, reply: Omit<ReplyDraft, "version">) {
  const params = { path: { case_id: id } };
  return unwrap(api.PUT("/api/cases/{case_id}/reply", { params, body: { version, ...reply } }));
}

export function approveReply(id: string, version: number) {
  const params = { path: { case_id: id } };
  return unwrap(api.POST("/api/cases/{case_id}/reply/approval", { params, body: { version } }));
}

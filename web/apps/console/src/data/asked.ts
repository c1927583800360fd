import { api, take } from "@lianxin/api";
import type { components, paths } from "@lianxin/api/schema";
import { useQuery } from "@tanstack/react-query";
import { type Page, useList } from "./lists";
import { readingInterval } from "./reading";

type Schemas = components["schemas"];
export type Connection = Schemas["ConnectionShown"];
export type ConnectionSheet = Schemas["ConnectionSheet"];
export type Trial = Schemas["TrialAsked"];
export type TrialAnswer = Schemas["TrialAnswer"];
export type Poll = Schemas["PollShown"];
export type PollSheet = Schemas["PollSheet"];
export type PollQuestion = Schemas["PollQuestionShown"];
export type Tally = Schemas["TallyShown"];
export type SurveyItem = Schemas["SurveyItem"];
export type Twig = Schemas["KnowledgeTwig"];
export type KnowledgeEntry = Schemas["KnowledgeShown"];
export type KnowledgeSheet = Schemas["KnowledgeSheet"];
export type Notice = Schemas["NoticeItem"];
export type NoticeQuery = NonNullable<paths["/api/notices"]["get"]["parameters"]["query"]>;
export type Fax = Schemas["FaxItem"];
export type FaxQuery = NonNullable<paths["/api/faxes"]["get"]["parameters"]["query"]>;
export type Gateway = Schemas["GatewayShown"];
export type Template = Schemas["TemplateShown"];

/** A short list that comes whole, in the form of those that come in parts. */
async function whole<Item>(rows: Promise<Item[]>): Promise<Page<Item>> {
  const items = await rows;
  return { items, next: null, total: items.length };
}

export function useConnections() {
  return useList(["connections"], () => whole(take(api.GET("/api/connections"))));
}

export function saveConnection(sheet: ConnectionSheet, version: number | null) {
  if (version === null) return take(api.POST("/api/connections", { body: sheet }));
  const params = { path: { code: sheet.code } };
  return take(api.PUT("/api/connections/{code}", { params, body: { ...sheet, version } }));
}

export function removeConnection(code: string) {
  return take(api.DELETE("/api/connections/{code}", { params: { path: { code } } }));
}

export function tryConnection(code: string, body: Trial) {
  return take(api.POST("/api/connections/{code}/try", { params: { path: { code } }, body }));
}

export function usePolls() {
  return useList(["polls"], (cursor) =>
    take(api.GET("/api/polls", { params: { query: { cursor } } })),
  );
}

export function usePoll(code: string) {
  return useQuery({
    queryKey: ["poll", code],
    queryFn: () => take(api.GET("/api/polls/{code}", { params: { path: { code } } })),
    refetchInterval: 30_000,
  });
}

export function usePollResults(code: string, over: boolean) {
  return useQuery({
    queryKey: ["poll", code, "results"],
    queryFn: () => take(api.GET("/api/polls/{code}/results", { params: { path: { code } } })),
    enabled: over,
    staleTime: Number.POSITIVE_INFINITY, // a poll that is over does not change
  });
}

export function savePoll(sheet: PollSheet, known: { code: string; version: number } | null) {
  if (known === null) return take(api.POST("/api/polls", { body: sheet }));
  const params = { path: { code: known.code } };
  const body = { ...sheet, version: known.version };
  return take(api.PUT("/api/polls/{code}", { params, body }));
}

export function removePoll(code: string) {
  return take(api.DELETE("/api/polls/{code}", { params: { path: { code } } }));
}

export function useSurveys(query: { from?: string; to?: string; agent?: string }) {
  return useList(["surveys", query], (cursor) =>
    take(api.GET("/api/surveys", { params: { query: { ...query, cursor } } })),
  );
}

export function useSurveyMeans(from: string, to: string) {
  return useQuery({
    queryKey: ["surveys", "means", from, to],
    queryFn: () => take(api.GET("/api/surveys/means", { params: { query: { from, to } } })),
  });
}

export function useTree() {
  return useQuery({ queryKey: ["knowledge"], queryFn: () => take(api.GET("/api/knowledge")) });
}

export function useEntry(code: string) {
  return useQuery({
    queryKey: ["knowledge", code],
    queryFn: () => take(api.GET("/api/knowledge/{code}", { params: { path: { code } } })),
    refetchInterval: ({ state: { data } }) => readingInterval(data?.reading),
  });
}

export function useKnowledgeSearch(q: string) {
  return useQuery({
    queryKey: ["knowledge", "search", q],
    queryFn: () => take(api.GET("/api/knowledge/search", { params: { query: { q } } })),
    enabled: q.length >= 2,
  });
}

export function useEntryVersions(code: string) {
  return useQuery({
    queryKey: ["knowledge", code, "versions"],
    queryFn: () => take(api.GET("/api/knowledge/{code}/versions", { params: { path: { code } } })),
  });
}

export function saveEntry(sheet: KnowledgeSheet, version: number | null) {
  if (version === null) return take(api.POST("/api/knowledge", { body: sheet }));
  const params = { path: { code: sheet.code } };
  return take(api.PUT("/api/knowledge/{code}", { params, body: { ...sheet, version } }));
}

export function removeEntry(code: string) {
  return take(api.DELETE("/api/knowledge/{code}", { params: { path: { code } } }));
}

export function restoreEntry(code: string, number: number) {
  const params = { path: { code } };
  return take(api.POST("/api/knowledge/{code}/restore", { params, body: { number } }));
}

export function importKnowledge(text: string) {
  return take(api.POST("/api/knowledge/import", { body: { text } }));
}

export function useNotices(query: NoticeQuery) {
  return useList(["notices", query], (cursor) =>
    take(api.GET("/api/notices", { params: { query: { ...query, cursor } } })),
  );
}

export function useGateway() {
  return useQuery({
    queryKey: ["notices", "gateway"],
    queryFn: () => take(api.GET("/api/notices/gateway")),
  });
}

export function useTemplates() {
  return useQuery({
    queryKey: ["notices", "templates"],
    queryFn: () => take(api.GET("/api/notices/templates")),
  });
}

export function setGateway(body: Schemas["GatewaySheet"]) {
  return take(api.PUT("/api/notices/gateway", { body }));
}

export function writeTemplate(code: string, body: Schemas["TemplateSheet"]) {
  return take(api.PUT("/api/notices/templates/{code}", { params: { path: { code } }, body }));
}

export function sendAgain(id: string) {
  const params = { path: { notice_id: id } };
  return take(api.POST("/api/notices/{notice_id}/again", { params }));
}

export function useFaxes(query: FaxQuery) {
  return useList(["faxes", query], (cursor) =>
    take(api.GET("/api/faxes", { params: { query: { ...query, cursor } } })),
  );
}

export function sendFaxAgain(id: string) {
  return take(api.POST("/api/faxes/{fax_id}/again", { params: { path: { fax_id: id } } }));
}

export function cancelFax(id: string) {
  return take(api.POST("/api/faxes/{fax_id}/cancel", { params: { path: { fax_id: id } } }));
}

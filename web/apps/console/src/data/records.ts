import { api, type CaseChange, type NewCase, type ReplyDraft, take } from "@lianxin/api";
import { type QueryClient, useQuery } from "@tanstack/react-query";
import type { RecordHint } from "../live/workplace";
import { readingInterval } from "./reading";

export function useCall(id: string | null) {
  return useQuery({
    queryKey: ["call", id],
    queryFn: () =>
      take(api.GET("/api/calls/{call_id}", { params: { path: { call_id: id ?? "" } } })),
    enabled: id !== null,
  });
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
  return take(api.GET("/api/cases/{case_id}", { params: { path: { case_id: id } } }));
}

export function useCaller(phone: string) {
  return useQuery({
    queryKey: ["caller", phone],
    queryFn: () => take(api.GET("/api/callers/{phone}", { params: { path: { phone } } })),
    enabled: phone.length >= 3,
  });
}

/** How many calls the centre (or, for an agent, that agent) has had since `from`. */
export function useCallCount(from: string, agent: string | null) {
  return useQuery({
    queryKey: ["calls", "count", from, agent],
    queryFn: async () => {
      const query = { from, limit: 1, ...(agent === null ? {} : { agent }) };
      const page = await take(api.GET("/api/calls", { params: { query } }));
      return page.total;
    },
    refetchInterval: 60_000,
  });
}

export function usePeople() {
  return useQuery({
    queryKey: ["people"],
    queryFn: () => take(api.GET("/api/people")),
    staleTime: 300_000,
  });
}

export function openCase(body: NewCase, key: string) {
  const params = { header: { "Idempotency-Key": key } };
  return take(api.POST("/api/cases", { body, params }));
}

export function newCode(id: string) {
  return take(api.POST("/api/cases/{case_id}/code", { params: { path: { case_id: id } } }));
}

/** Say that an alarm was looked at. */
export function clearAlarm(id: number) {
  return take(api.POST("/api/alarms/{alarm_id}/clear", { params: { path: { alarm_id: id } } }));
}

/** What must be read again after the centre said that a record changed; no id: several did. */
export function readAgain(
  client: QueryClient,
  { kind, id }: Pick<RecordHint, "kind" | "id">,
): void {
  const one = (name: string) => (id === "" ? [name] : [name, id]);
  const keys: Record<string, unknown[][]> = {
    call: [one("call"), ["calls"]],
    case: [one("case"), ["cases"], ["caller"], ["call"]],
    recording: [["call"], ["calls"], ["messages"], ["case"]],
  };
  for (const queryKey of keys[kind] ?? []) void client.invalidateQueries({ queryKey });
}

export function changeCase(id: string, version: number, fields: Omit<CaseChange, "version">) {
  const params = { path: { case_id: id } };
  return take(api.PATCH("/api/cases/{case_id}", { params, body: { version, ...fields } }));
}

export function draftReply(id: string, version: number, reply: Omit<ReplyDraft, "version">) {
  const params = { path: { case_id: id } };
  return take(api.PUT("/api/cases/{case_id}/reply", { params, body: { version, ...reply } }));
}

export function approveReply(id: string, version: number) {
  const params = { path: { case_id: id } };
  return take(api.POST("/api/cases/{case_id}/reply/approval", { params, body: { version } }));
}

import { api, unwrap } from "@lianxin/api";
import type { components } from "@lianxin/api/schema";
import { useQuery } from "@tanstack/react-query";
import { type QueryOf, useList } from "../../shared/data/lists";
import { type WriteKeys, writeShape } from "../../shared/data/write-shape";

type Schemas = components["schemas"];

export type Notice = Schemas["NoticeSummary"];
export type NoticeQuery = QueryOf<"/api/notices">;
export type Gateway = Schemas["GatewayRead"];
export type Template = Schemas["TemplateRead"];
export type Rule = Schemas["RuleRead"];

const WRITTEN: WriteKeys<Schemas["GatewayUpdate"]> = {
  connection: true,
  path: true,
  number_field: true,
  text_field: true,
  key_field: true,
  version: true,
};

/** What can be changed of the gateway, as the API takes it. */
export function gatewayOf(gateway: Gateway) {
  const { version: _, ...fields } = writeShape(WRITTEN, gateway);
  return fields;
}

export function useNotices(query: NoticeQuery) {
  return useList(["notices", query], (cursor) =>
    unwrap(api.GET("/api/notices", { params: { query: { ...query, cursor } } })),
  );
}

export function useGateway() {
  return useQuery({
    queryKey: ["notices", "gateway"],
    queryFn: () => unwrap(api.GET("/api/notices/gateway")),
  });
}

export function useTemplates() {
  return useQuery({
    queryKey: ["notices", "templates"],
    queryFn: () => unwrap(api.GET("/api/notices/templates")),
  });
}

export function useRules() {
  return useQuery({
    queryKey: ["notices", "rules"],
    queryFn: () => unwrap(api.GET("/api/notices/rules")),
  });
}

export function setRule(event: Rule["event"], way: Rule["way"], body: Schemas["RuleUpdate"]) {
  const params = { path: { event, way } };
  return unwrap(api.PUT("/api/notices/rules/{event}/{way}", { params, body }));
}

export function setGateway(body: Schemas["GatewayUpdate"]) {
  return unwrap(api.PUT("/api/notices/gateway", { body }));
}

export function writeTemplate(code: string, body: Schemas["TemplateUpdate"]) {
  return unwrap(api.PUT("/api/notices/templates/{code}", { params: { path: { code } }, body }));
}

export function sendAgain(id: string) {
  const params = { path: { notice_id: id } };
  return unwrap(api.POST("/api/notices/{notice_id}/again", { params }));
}

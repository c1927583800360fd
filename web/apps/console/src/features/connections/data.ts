import { api, unwrap } from "@lianxin/api";
import type { components } from "@lianxin/api/schema";
import { type Page, useList } from "../../shared/data/lists";
import { type WriteKeys, writeShape } from "../../shared/data/write-shape";

type Schemas = components["schemas"];

export type Connection = Schemas["ConnectionRead"];
export type ConnectionDraft = Schemas["ConnectionCreate"];
export type TrialRequest = Schemas["TrialRequest"];
export type TrialAnswer = Schemas["TrialResult"];

const WRITTEN: WriteKeys<ConnectionDraft> = {
  code: true,
  name: true,
  kind: true,
  base_url: true,
  headers: true,
  retries: true,
  host: true,
  port: true,
  database: true,
  user: true,
  password: true,
  tls: true,
  seconds: true,
  queries: true,
};
const QUERY: WriteKeys<Schemas["NamedQuery"]> = { code: true, sql: true, note: true };
const HEADER: WriteKeys<Schemas["ConnectionHeader"]> = { name: true, value: true, secret: true };

/** What can be changed of a connection, as the API takes it; null keeps the password. */
export function draftOf(row: Connection): Required<ConnectionDraft> {
  return {
    ...writeShape(WRITTEN, row),
    password: null,
    headers: row.headers.map((header) => writeShape(HEADER, header)),
    queries: row.queries.map((query) => writeShape(QUERY, query)),
  };
}

/** A short list that comes whole, in the form of those that come in parts. */
async function whole<Item>(rows: Promise<Item[]>): Promise<Page<Item>> {
  const items = await rows;
  return { items, next: null, total: items.length };
}

export function useConnections() {
  return useList(["connections"], () => whole(unwrap(api.GET("/api/connections"))));
}

/** `version`: of the connection that is changed; null makes one. */
export function saveConnection(draft: ConnectionDraft, version: number | null) {
  if (version === null) return unwrap(api.POST("/api/connections", { body: draft }));
  const params = { path: { code: draft.code } };
  return unwrap(api.PUT("/api/connections/{code}", { params, body: { ...draft, version } }));
}

export function removeConnection(code: string) {
  return unwrap(api.DELETE("/api/connections/{code}", { params: { path: { code } } }));
}

export function tryConnection(code: string, body: TrialRequest) {
  return unwrap(api.POST("/api/connections/{code}/try", { params: { path: { code } }, body }));
}

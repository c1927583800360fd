import { api, type PeopleColumn, type PersonCreate, type PersonRead, unwrap } from "@lianxin/api";
import { useQuery } from "@tanstack/react-query";
import { type QueryOf, useList } from "../../shared/data/lists";
import { type WriteKeys, writeShape } from "../../shared/data/write-shape";

export type PeopleQuery = QueryOf<"/api/people">;

const WRITTEN: WriteKeys<PersonCreate> = {
  number: true,
  name: true,
  roles: true,
  rights: true,
  expires_on: true,
};

/** What can be changed of an account, as the API takes it: it reads no role that it does not take. */
export function draftOf(person: PersonRead): Required<PersonCreate> {
  return writeShape(WRITTEN, person) as Required<PersonCreate>;
}

export function usePeople(query: PeopleQuery) {
  return useList(["people", "list", query], (cursor) =>
    unwrap(api.GET("/api/people", { params: { query: { ...query, cursor } } })),
  );
}

export function usePerson(id: number | null) {
  return useQuery({
    queryKey: ["people", "one", id],
    queryFn: () => unwrap(api.GET("/api/people/{person_id}", at(id ?? 0))),
    enabled: id !== null,
  });
}

/** What the reader may do to accounts, and give. */
export function usePowers() {
  return useQuery({
    queryKey: ["people", "powers"],
    queryFn: () => unwrap(api.GET("/api/people/powers")),
  });
}

export function takeOn(body: PersonCreate) {
  return unwrap(api.POST("/api/people", { body }));
}

export function changePerson(id: number, version: number, draft: PersonCreate) {
  return unwrap(api.PUT("/api/people/{person_id}", { ...at(id), body: { ...draft, version } }));
}

export function switchPerson({ id, version }: PersonRead, on: boolean) {
  return unwrap(api.PUT("/api/people/{person_id}/active", { ...at(id), body: { on, version } }));
}

export function resetPassword({ id, version }: PersonRead) {
  return unwrap(api.POST("/api/people/{person_id}/password", { ...at(id), body: { version } }));
}

/** Ask that somebody's second factor is taken away, or confirm what another has asked for. */
export function resetFactor({ id, version }: PersonRead) {
  return unwrap(
    api.POST("/api/people/{person_id}/second-factor/reset", { ...at(id), body: { version } }),
  );
}

/** Take back what was asked for: their second factor stays. */
export function keepFactor({ id, version }: PersonRead) {
  return unwrap(
    api.POST("/api/people/{person_id}/second-factor/reset/withdrawal", {
      ...at(id),
      body: { version },
    }),
  );
}

export function endLogins({ id }: PersonRead) {
  return unwrap(api.DELETE("/api/people/{person_id}/logins", at(id)));
}

/** Whom a file would take on; `columns`: what its headings mean, as far as that was said. */
export function previewPeople(text: string, columns: readonly PeopleColumn[]) {
  return unwrap(api.POST("/api/people/import/preview", { body: bodyOf(text, columns) }));
}

export async function importPeople(text: string, columns: readonly PeopleColumn[]) {
  const { people } = await unwrap(api.POST("/api/people/import", { body: bodyOf(text, columns) }));
  return people;
}

function bodyOf(text: string, columns: readonly PeopleColumn[]) {
  return {
    text,
    columns: Object.fromEntries(columns.map(({ heading, column }) => [heading, column])),
  };
}

function at(person_id: number) {
  return { params: { path: { person_id } } };
}

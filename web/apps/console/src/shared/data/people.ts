import { api, type PersonSummary, unwrap } from "@lianxin/api";
import { keepPreviousData, useQuery } from "@tanstack/react-query";

/** People by how their number begins, or by a part of their name; the first of all without. */
export function useFoundPeople(q: string) {
  return useQuery({
    queryKey: ["people", "found", q],
    queryFn: () =>
      unwrap(api.GET("/api/people", { params: { query: { limit: 100, ...(q && { q }) } } })),
    staleTime: 300_000,
    placeholderData: keepPreviousData,
  });
}

/** Everybody of the centre, by number: read in parts, for those who choose several. */
export function usePeople() {
  return useQuery({ queryKey: ["people", "all"], queryFn: readPeople, staleTime: 300_000 });
}

async function readPeople(): Promise<PersonSummary[]> {
  const people: PersonSummary[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor: string | null } = { limit: 100, cursor };
    const part = await unwrap(api.GET("/api/people", { params: { query } }));
    people.push(...part.items);
    cursor = part.next;
  } while (cursor !== null);
  return people;
}

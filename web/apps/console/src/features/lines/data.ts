import { api, type LineCreate, type LineUpdate, unwrap } from "@lianxin/api";
import { useQuery } from "@tanstack/react-query";
import { FRESH } from "../../shared/data/lines";

export function useFindings() {
  return useQuery({
    queryKey: ["lines", "lint"],
    queryFn: () => unwrap(api.GET("/api/lines/lint")),
    refetchInterval: FRESH,
  });
}

export function useAnswer(number: string, at: string) {
  return useQuery({
    queryKey: ["lines", "answer", number, at],
    queryFn: () => unwrap(api.GET("/api/lines/answer", { params: { query: { number, at } } })),
    enabled: number !== "" && at !== "",
  });
}

/** All flows of the centre, page after page; more than a thousand nobody chooses from. */
async function everyFlow() {
  const found = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < 10; pages += 1) {
    const query: { limit: number; cursor?: string } = { limit: 100 };
    if (cursor !== null) query.cursor = cursor;
    const page = await unwrap(api.GET("/api/flows", { params: { query } }));
    found.push(...page.items);
    cursor = page.next;
    if (cursor === null) break;
  }
  return found;
}

/** The flows that a line may be bound to, by name. */
export function useFlowChoices() {
  return useQuery({
    queryKey: ["flows", "choices"],
    queryFn: async () =>
      (await everyFlow())
        .filter(({ kind }) => kind === "flow")
        .map(({ code, name }) => ({ value: code, label: name })),
  });
}

export function openLine(body: LineCreate) {
  return unwrap(api.POST("/api/lines", { body }));
}

export function changeLine(line: string, body: LineUpdate) {
  return unwrap(api.PUT("/api/lines/{line}", { params: { path: { line } }, body }));
}

/** The emergency switch; on and off are the same act. */
export function switchEmergency(line: string, on: boolean) {
  return unwrap(
    api.PUT("/api/lines/{line}/emergency", { params: { path: { line } }, body: { on } }),
  );
}

export function closeLine(line: string) {
  return unwrap(api.DELETE("/api/lines/{line}", { params: { path: { line } } }));
}

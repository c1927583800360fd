import {
  api,
  type CalendarForm,
  type DayForm,
  type LinePlanForm,
  type NewCalendar,
  type NewLine,
  take,
} from "@lianxin/api";
import { type QueryClient, useQuery } from "@tanstack/react-query";

/** What answers changes with the clock: asked again every half minute. */
const FRESH = 30_000;

export function useLines() {
  return useQuery({
    queryKey: ["lines"],
    queryFn: () => take(api.GET("/api/lines")),
    refetchInterval: FRESH,
  });
}

export function useFindings() {
  return useQuery({
    queryKey: ["lines", "lint"],
    queryFn: () => take(api.GET("/api/lines/lint")),
    refetchInterval: FRESH,
  });
}

export function useAnswer(number: string, at: string) {
  return useQuery({
    queryKey: ["lines", "answer", number, at],
    queryFn: () => take(api.GET("/api/lines/answer", { params: { query: { number, at } } })),
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
    const page = await take(api.GET("/api/flows", { params: { query } }));
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
        .map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
  });
}

export function useCalendars() {
  return useQuery({
    queryKey: ["calendars"],
    queryFn: () => take(api.GET("/api/calendars")),
    refetchInterval: FRESH,
  });
}

export function useCalendar(calendar: string, year: number | null) {
  const query = year === null ? {} : { year };
  return useQuery({
    queryKey: ["calendar", calendar, year],
    queryFn: () =>
      take(api.GET("/api/calendars/{calendar}", { params: { path: { calendar }, query } })),
    enabled: calendar !== "",
    placeholderData: (before) => (before?.code === calendar ? before : undefined),
  });
}

export function openLine(body: NewLine) {
  return take(api.POST("/api/lines", { body }));
}

export function changeLine(line: string, body: LinePlanForm) {
  return take(api.PUT("/api/lines/{line}", { params: { path: { line } }, body }));
}

/** The emergency switch; on and off are the same act. */
export function switchEmergency(line: string, on: boolean) {
  return take(api.PUT("/api/lines/{line}/emergency", { params: { path: { line } }, body: { on } }));
}

export function closeLine(line: string) {
  return take(api.DELETE("/api/lines/{line}", { params: { path: { line } } }));
}

export function makeCalendar(body: NewCalendar) {
  return take(api.POST("/api/calendars", { body }));
}

export function changeCalendar(calendar: string, body: CalendarForm) {
  return take(api.PUT("/api/calendars/{calendar}", { params: { path: { calendar } }, body }));
}

export function deleteCalendar(calendar: string) {
  return take(api.DELETE("/api/calendars/{calendar}", { params: { path: { calendar } } }));
}

export function setDay(calendar: string, body: DayForm) {
  return take(api.PUT("/api/calendars/{calendar}/days", { params: { path: { calendar } }, body }));
}

export function removeDay(calendar: string, day_id: number) {
  const path = { calendar, day_id };
  return take(api.DELETE("/api/calendars/{calendar}/days/{day_id}", { params: { path } }));
}

/** Without a file: what is shipped. */
export function takeYear(calendar: string, year: number, file: string | null) {
  return take(
    api.POST("/api/calendars/{calendar}/years", {
      params: { path: { calendar } },
      body: { year, file },
    }),
  );
}

/** Lines and calendars decide together who answers: both are read again. */
export function readLinesAgain(client: QueryClient): void {
  for (const queryKey of [["lines"], ["calendars"], ["calendar"]]) {
    void client.invalidateQueries({ queryKey });
  }
}

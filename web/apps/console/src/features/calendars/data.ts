import {
  api,
  type CalendarCreate,
  type CalendarDayUpdate,
  type CalendarUpdate,
  unwrap,
} from "@lianxin/api";
import { useQuery } from "@tanstack/react-query";

export function useCalendar(calendar: string, year: number | null) {
  const query = year === null ? {} : { year };
  return useQuery({
    queryKey: ["calendar", calendar, year],
    queryFn: () =>
      unwrap(api.GET("/api/calendars/{calendar}", { params: { path: { calendar }, query } })),
    enabled: calendar !== "",
    placeholderData: (before) => (before?.code === calendar ? before : undefined),
  });
}

export function makeCalendar(body: CalendarCreate) {
  return unwrap(api.POST("/api/calendars", { body }));
}

export function changeCalendar(calendar: string, body: CalendarUpdate) {
  return unwrap(api.PUT("/api/calendars/{calendar}", { params: { path: { calendar } }, body }));
}

export function deleteCalendar(calendar: string) {
  return unwrap(api.DELETE("/api/calendars/{calendar}", { params: { path: { calendar } } }));
}

export function setDay(calendar: string, body: CalendarDayUpdate) {
  return unwrap(
    api.PUT("/api/calendars/{calendar}/days", { params: { path: { calendar } }, body }),
  );
}

export function removeDay(calendar: string, day_id: number) {
  const path = { calendar, day_id };
  return unwrap(api.DELETE("/api/calendars/{calendar}/days/{day_id}", { params: { path } }));
}

/** Without a file: what is shipped. */
export function takeYear(calendar: string, year: number, file: string | null) {
  return unwrap(
    api.POST("/api/calendars/{calendar}/years", {
      params: { path: { calendar } },
      body: { year, file },
    }),
  );
}

import { api, unwrap } from "@lianxin/api";
import type { components } from "@lianxin/api/schema";
import { useQuery } from "@tanstack/react-query";
import { useList } from "../../shared/data/lists";

export type SurveyItem = components["schemas"]["SurveySummary"];

export function useSurveys(query: { from?: string; to?: string; agent?: string }) {
  return useList(["surveys", query], (cursor) =>
    unwrap(api.GET("/api/surveys", { params: { query: { ...query, cursor } } })),
  );
}

export function useSurveyMeans(from: string, to: string) {
  return useQuery({
    queryKey: ["surveys", "means", from, to],
    queryFn: () => unwrap(api.GET("/api/surveys/means", { params: { query: { from, to } } })),
  });
}

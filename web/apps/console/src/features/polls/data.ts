import { api, unwrap } from "@lianxin/api";
import type { components } from "@lianxin/api/schema";
import { useQuery } from "@tanstack/react-query";
import { useList } from "../../shared/data/lists";
import { type WriteKeys, writeShape } from "../../shared/data/write-shape";

type Schemas = components["schemas"];

export type Poll = Schemas["PollRead"];
type PollCreate = Schemas["PollCreate"];
/** A poll as it is written. */
export type PollDraft = Required<PollCreate>;
export type PollQuestion = Schemas["PollQuestionRead"];
export type Tally = Schemas["TallyRead"];

const WRITTEN: WriteKeys<PollCreate> = {
  code: true,
  title: true,
  opens_at: true,
  closes_at: true,
  withheld: true,
  questions: true,
};
const QUESTION: WriteKeys<Schemas["PollQuestion"]> = {
  code: true,
  text: true,
  multiple: true,
  choices: true,
};
const CHOICE: WriteKeys<Schemas["PollChoice"]> = { key: true, text: true };

/** What can be changed of a poll, as the API takes it. */
export function draftOf(poll: Poll): PollDraft {
  return {
    ...writeShape(WRITTEN, poll),
    questions: poll.questions.map((question) => ({
      ...writeShape(QUESTION, question),
      choices: question.choices.map((choice) => writeShape(CHOICE, choice)),
    })),
  };
}

export function usePolls() {
  return useList(["polls"], (cursor) =>
    unwrap(api.GET("/api/polls", { params: { query: { cursor } } })),
  );
}

export function usePoll(code: string) {
  return useQuery({
    queryKey: ["poll", code],
    queryFn: () => unwrap(api.GET("/api/polls/{code}", { params: { path: { code } } })),
    refetchInterval: 30_000,
  });
}

export function usePollResults(code: string, over: boolean) {
  return useQuery({
    queryKey: ["poll", code, "results"],
    queryFn: () => unwrap(api.GET("/api/polls/{code}/results", { params: { path: { code } } })),
    enabled: over,
    staleTime: Number.POSITIVE_INFINITY, // a poll that is over does not change
  });
}

/** `version`: that of the poll that was typed over. */
export function savePoll(draft: PollDraft, known: { code: string } | null, version: number | null) {
  if (known === null || version === null) return unwrap(api.POST("/api/polls", { body: draft }));
  const params = { path: { code: known.code } };
  const body = { ...draft, version };
  return unwrap(api.PUT("/api/polls/{code}", { params, body }));
}

export function removePoll(code: string) {
  return unwrap(api.DELETE("/api/polls/{code}", { params: { path: { code } } }));
}

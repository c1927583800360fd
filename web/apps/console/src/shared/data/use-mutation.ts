import { ApiError } from "@lianxin/api";
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { invalidateKeys } from "./invalidate";

/** What went wrong, for people. */
export function sentenceOf(error: unknown): string {
  return error instanceof ApiError ? error.message : String(error);
}

/** What is wrong with the fields of a form, by the field's path: `questions.0.text`. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The fields that an error names, whatever its code; the sentence says what to do about them. */
export function fieldErrorsOf(error: unknown): FieldErrors {
  if (!(error instanceof ApiError)) return {};
  const { fields } = error.details;
  if (!Array.isArray(fields)) return {};
  const named = fields.filter((each): each is { field: string } => typeof each?.field === "string");
  return Object.fromEntries(named.map(({ field }) => [field, error.message]));
}

interface Writing<Input, Output> {
  write: (input: Input) => Promise<Output>;
  /** What must be read again once it is written; the form waits for it. */
  keys?: readonly QueryKey[];
  /** What of it is no more once this is written, and is not read again. */
  gone?: (input: Input) => QueryKey | null;
  /** `form`: the form shows `problem` itself. `message`: the sentence is shown above the page. */
  tell?: "form" | "message";
  /** Somebody else was faster (409): then this is called, and nothing is told. */
  onConflict?: (error: ApiError) => void;
  /** It was not written, and nobody else was faster: a form marks its fields. */
  onRefused?: (error: unknown) => void;
}

/**
 * The one way of writing to the API. `run` is true when it was written; when it was not, what was
 * typed is the form's still, and `problem` says why until the next try.
 */
export function useApiMutation<Input = void, Output = unknown>({
  write,
  keys = [],
  gone,
  tell = "message",
  onConflict,
  onRefused,
}: Writing<Input, Output>) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: write,
    retry: false, // a write that may have arrived is not sent twice
    networkMode: "always", // the API's own sentence says that the network is down
    onSuccess: (_, input) => invalidateKeys(client, keys, gone?.(input) ?? null),
    onError: (error) => {
      if (conflicts(error) && onConflict !== undefined) return onConflict(error);
      if (tell === "message") void message.error(sentenceOf(error), 8);
      onRefused?.(error);
    },
  });
  const { error } = mutation;
  const handled = conflicts(error) && onConflict !== undefined;
  return {
    busy: mutation.isPending,
    problem: error === null || handled ? undefined : sentenceOf(error),
    /** What was answered to the last try, when that was no success and nobody was faster. */
    refusal: handled ? null : error,
    /** What was refused is no longer what stands there. */
    reset: mutation.reset,
    run: (input: Input): Promise<boolean> =>
      mutation.mutateAsync(input).then(
        () => true,
        () => false,
      ),
  };
}

/** A code that is taken is 409 as well, and is the field's: nobody is to choose between two. */
function conflicts(error: unknown): error is ApiError {
  if (!(error instanceof ApiError) || error.status !== 409) return false;
  return Object.keys(fieldErrorsOf(error)).length === 0;
}

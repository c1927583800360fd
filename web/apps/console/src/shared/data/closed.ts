import { ApiError } from "@lianxin/api";

/** It is no more, or it is not for this person: who had it open a moment ago as well. */
export function isClosed(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 403 || error.status === 404);
}

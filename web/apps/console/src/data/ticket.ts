import { api, take } from "@lianxin/api";

/** A ticket for the live socket; good for a minute. */
export function takeTicket() {
  return take(api.POST("/api/session/live-ticket"));
}

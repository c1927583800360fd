import { api, type Session, unwrap } from "@lianxin/api";

/** The session of the cookie, null when nobody is signed in. */
export async function readSession(): Promise<Session | null> {
  const session = await unwrap<Session | undefined>(api.GET("/api/session"));
  return session ?? null; // 204: nobody
}

export function signIn(centre: string, number: string, password: string): Promise<Session> {
  return unwrap(api.POST("/api/session", { body: { centre, number, password } }));
}

export async function signOut(): Promise<void> {
  await unwrap(api.DELETE("/api/session"));
}

/** A ticket for the live socket; good for a minute. */
export function takeTicket() {
  return unwrap(api.POST("/api/session/live-ticket"));
}

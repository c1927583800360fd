import { api, type Session, unwrap } from "@lianxin/api";

/** The session of the cookie, null when nobody is signed in. */
export async function readSession(): Promise<Session | null> {
  const session = await unwrap<Session | undefined>(api.GET("/api/session"));
  return session ?? null; // 204: nobody
}

/** Who signs in, and with what; nothing of it is kept anywhere. */
export interface Credentials {
  centre: string;
  number: string;
  password: string;
}

/** `code`: of the second factor, once the answer without it was `session.code_due`. */
export function signIn(who: Credentials, code = ""): Promise<Session> {
  return unwrap(api.POST("/api/session", { body: { ...who, code } }));
}

export async function signOut(): Promise<void> {
  await unwrap(api.DELETE("/api/session"));
}

/** A ticket for the live socket; good for a minute. */
export function takeTicket() {
  return unwrap(api.POST("/api/session/live-ticket"));
}

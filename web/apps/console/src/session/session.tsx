import { ApiError, api, type Session, take } from "@lianxin/api";
import { createContext, useContext } from "react";

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in; only inside the shell. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("useSession stands outside of the shell");
  return session;
}

/** The name under which this person's things are kept on this computer. */
export function ownerOf(session: Session): string {
  return `${session.centre.code}.${session.number}`;
}

export function hasRole(session: Session, ...roles: string[]): boolean {
  return roles.some((role) => session.roles.includes(role));
}

/** The session of the cookie, null when nobody is signed in. */
export async function readSession(): Promise<Session | null> {
  try {
    return await take(api.GET("/api/session"));
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

export function signIn(centre: string, number: string, password: string): Promise<Session> {
  return take(api.POST("/api/session", { body: { centre, number, password } }));
}

export async function signOut(): Promise<void> {
  await take(api.DELETE("/api/session"));
}

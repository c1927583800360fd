import type { Session } from "@lianxin/api";
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

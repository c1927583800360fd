import { api, type PasswordChange, unwrap } from "@lianxin/api";
import { useQuery } from "@tanstack/react-query";

/** Change one's own password; gives the session, which goes on. */
export function changePassword(body: PasswordChange) {
  return unwrap(api.POST("/api/session/password", { body }));
}

export const LOGINS = ["own-logins"] as const;

export function useOwnLogins() {
  return useQuery({ queryKey: LOGINS, queryFn: () => unwrap(api.GET("/api/session/logins")) });
}

/** End one of one's own logins, as at a computer that one has left. */
export function endLogin(id: number) {
  return unwrap(
    api.DELETE("/api/session/logins/{login_id}", { params: { path: { login_id: id } } }),
  );
}

import type { Session } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Button } from "antd";
import { PasswordForm } from "../../features/security";
import { SessionContext } from "../../shared/session";
import { Brand } from "../shell/brand";
import { Preferences } from "../shell/preferences";

/** Somebody else knows the password: until it is changed there is nothing else to see. */
export function PasswordDue({
  session,
  onChanged,
  onSignOut,
}: {
  session: Session;
  onChanged: (session: Session) => void;
  onSignOut: () => void;
}) {
  const { t } = useTranslation();
  return (
    <main className="login">
      <div className="login-box">
        <header>
          <Brand large />
        </header>
        <h1>{t("security.due.title")}</h1>
        <p className="lx-soft">{t("security.due.why")}</p>
        <SessionContext value={session}>
          <PasswordForm onChanged={onChanged} />
        </SessionContext>
        <Button onClick={onSignOut}>{t("shell.signOut")}</Button>
      </div>
      <Preferences />
    </main>
  );
}

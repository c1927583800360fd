import type { Session } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Button } from "antd";
import { SetUp, useSetUp } from "../../features/security";
import { SessionContext } from "../../shared/session";
import { Brand } from "../shell/brand";
import { Preferences } from "../shell/preferences";

/** A role needs a second factor: until there is one there is nothing else to see. */
export function FactorDue({
  session,
  onSetUp,
  onSignOut,
}: {
  session: Session;
  onSetUp: () => void;
  onSignOut: () => void;
}) {
  const { t } = useTranslation();
  const setUp = useSetUp();
  return (
    <main className="login">
      <div className="login-box login-wide">
        <header>
          <Brand large />
        </header>
        <h1>{t("security.factor.due.title")}</h1>
        <p className="lx-soft">{t("security.factor.due.why")}</p>
        <SessionContext value={session}>
          <SetUp state={setUp} on={false} onDone={onSetUp} />
        </SessionContext>
        {setUp.step.at !== "codes" && <Button onClick={onSignOut}>{t("shell.signOut")}</Button>}
      </div>
      <Preferences />
    </main>
  );
}

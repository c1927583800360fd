import { useTranslation } from "@lianxin/i18n";
import { App } from "antd";
import { LoginsList } from "./logins-list";
import { PasswordForm } from "./password-form";
import { FactorSection } from "./second-factor/factor-section";
import "./security.css";

/** 登录与安全: one's own password, second factor, and where one is signed in. */
export function SecurityPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return (
    <div className="security">
      <h1>{t("security.title")}</h1>
      <section>
        <h2>{t("security.password.title")}</h2>
        <p className="lx-soft">{t("security.password.ends")}</p>
        <PasswordForm onChanged={() => void message.success(t("security.password.changed"))} />
      </section>
      <FactorSection />
      <section>
        <h2>{t("security.logins.title")}</h2>
        <p className="lx-soft">{t("security.logins.hint")}</p>
        <LoginsList />
      </section>
    </div>
  );
}

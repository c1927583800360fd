import type { OwnLogin } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Skeleton, Tag } from "@lianxin/ui";
import { Button } from "antd";
import { LoadFailure } from "../../shared/components/load-failure";
import { TimeText } from "../../shared/components/time-text";
import { useApiMutation } from "../../shared/data/use-mutation";
import { endLogin, LOGINS, useOwnLogins } from "./data";

/** Where one is signed in, each with the button that ends it. */
export function LoginsList() {
  const { t } = useTranslation();
  const logins = useOwnLogins();
  if (logins.isPending) return <Skeleton rows={3} label={t("common.loading")} />;
  if (logins.isError) {
    return <LoadFailure error={logins.error} onRetry={() => void logins.refetch()} />;
  }
  return (
    <ul className="security-logins" aria-label={t("security.logins.title")}>
      {logins.data.map((login) => (
        <LoginRow key={login.id} login={login} />
      ))}
    </ul>
  );
}

function LoginRow({ login }: { login: OwnLogin }) {
  const { t } = useTranslation();
  const { busy, run } = useApiMutation({ write: () => endLogin(login.id), keys: [LOGINS] });
  const browser = login.browser === "" ? t("security.logins.unknown") : login.browser;
  return (
    <li>
      <div>
        <p>
          {browser} <span className="lx-soft lx-figure">{login.address}</span>
        </p>
        <p className="lx-soft">
          {t("security.logins.begun")} <TimeText at={login.begun_at} />
          {" · "}
          {t("security.logins.seen")} <TimeText at={login.seen_at} />
        </p>
      </div>
      {login.current ? (
        <Tag tone="ready" shape="disc">
          {t("security.logins.current")}
        </Tag>
      ) : (
        <Button
          loading={busy}
          aria-label={t("security.logins.endOf", { browser, address: login.address })}
          onClick={() => void run()}
        >
          {t("security.logins.end")}
        </Button>
      )}
    </li>
  );
}

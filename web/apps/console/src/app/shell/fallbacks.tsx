import { useTranslation } from "@lianxin/i18n";
import { Empty } from "@lianxin/ui";
import { Button } from "antd";
import { Link } from "react-router";

export function MissingPage() {
  const { t } = useTranslation();
  return (
    <Empty
      title={t("common.error.notFound")}
      hint={t("common.error.notFoundHint")}
      act={<Link to="/">{t("common.error.home")}</Link>}
    />
  );
}

/** A page that broke; the call goes on in the exchange and is taken back after the reload. */
export function CrashPage() {
  const { t } = useTranslation();
  return (
    <Empty
      title={t("common.error.crashed")}
      hint={t("common.error.crashedHint")}
      act={
        <Button type="primary" onClick={() => location.reload()}>
          {t("common.error.reload")}
        </Button>
      }
    />
  );
}

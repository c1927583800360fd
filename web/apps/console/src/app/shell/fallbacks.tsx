import { useTranslation } from "@lianxin/i18n";
import { Empty, Skeleton } from "@lianxin/ui";
import { Button } from "antd";
import { Link } from "react-router";
import { useTitle } from "../../shared/title";

/** While the bundle of the page that is opened first is on its way. */
export function LoadingPage() {
  const { t } = useTranslation();
  return <Skeleton rows={8} label={t("common.loading")} />;
}

export function MissingPage() {
  const { t } = useTranslation();
  useTitle("page", t("common.error.notFound"));
  return (
    <>
      <h1 className="lx-visually-hidden">{t("common.error.notFound")}</h1>
      <Empty
        title={t("common.error.notFound")}
        hint={t("common.error.notFoundHint")}
        act={<Link to="/">{t("common.error.home")}</Link>}
      />
    </>
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

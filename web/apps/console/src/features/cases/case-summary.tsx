import { ApiError } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Failure, Skeleton } from "@lianxin/ui";
import { Link } from "react-router";
import { Recordings } from "../../shared/components/recording";
import { CaseHead } from "../../shared/components/tags";
import { TimeText } from "../../shared/components/time-text";
import { useCase } from "./data";

/** A case to read beside the form. */
export function CaseSummary({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useCase(id);
  if (error) {
    return (
      <Failure
        title={t("common.loadFailed")}
        detail={error instanceof ApiError ? error.message : undefined}
        retryLabel={t("common.retry")}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) return <Skeleton rows={6} label={t("common.loading")} />;
  return (
    <div className="detail">
      <CaseHead item={data} />
      <h3>{data.title}</h3>
      <p className="lx-soft">
        <Link className="lx-figure" to={`/cases/${data.id}`}>
          {data.number}
        </Link>{" "}
        · <TimeText at={data.created_at} />
      </p>
      <p className="prose">{data.content}</p>
      {data.address !== "" && (
        <p className="lx-soft">
          {t("cases.field.address")} {data.address}
        </p>
      )}
      {data.recordings.length > 0 && (
        <Recordings items={data.recordings} none={t("cases.noRecordings")} />
      )}
    </div>
  );
}

import { useTranslation } from "@lianxin/i18n";
import { Link } from "react-router";
import { NoDataYet } from "../../shared/components/no-data-yet";
import { Recordings } from "../../shared/components/recording";
import { CaseHead } from "../../shared/components/tags";
import { TimeText } from "../../shared/components/time-text";
import { useCase } from "./data";

/** A case to read beside the form. */
export function CaseSummary({ id }: { id: string }) {
  const { t } = useTranslation();
  const found = useCase(id);
  const { data } = found;
  if (!data) return <NoDataYet queries={[found]} rows={6} />;
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

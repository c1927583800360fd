import { useTranslation } from "@lianxin/i18n";
import { Link } from "react-router";
import { NoDataYet } from "../../shared/components/no-data-yet";
import { Recordings } from "../../shared/components/recording";
import { CaseStateTag } from "../../shared/components/tags";
import { hasRole, useSession } from "../../shared/session";
import { CallFacts } from "./call-facts";
import { useCall } from "./data";
import { CallPath } from "./path";

/** All that is known of one call. */
export function CallDetailView({ id }: { id: string }) {
  const { t } = useTranslation();
  const sees = hasRole(useSession(), "flow_editor", "supervisor", "administrator");
  const call = useCall(id);
  const { data } = call;
  if (!data) return <NoDataYet queries={[call]} rows={8} />;
  return (
    <div className="detail">
      <CallFacts call={data} />
      <h3>{t("calls.recordings")}</h3>
      <Recordings items={data.recording_items} none={t("calls.noRecordings")} />
      <h3>{t("calls.linked")}</h3>
      {data.case_items.length === 0 && <p className="lx-soft">{t("calls.noLinked")}</p>}
      <ul className="links">
        {data.case_items.map((item) => (
          <li key={item.id}>
            <Link to={`/cases/${item.id}`}>
              <span className="lx-figure">{item.number}</span> {item.title}
            </Link>
            <CaseStateTag state={item.state} />
          </li>
        ))}
      </ul>
      <h3 className="path-head">
        {t("calls.path")}
        {sees && <Link to={`/calls/${id}/trace`}>{t("flows.trace.link")}</Link>}
      </h3>
      <CallPath events={data.events} names={data.node_names} />
    </div>
  );
}

import type { CaseEventRead, CaseNotice, CaseRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { CaseStateTag } from "../../shared/components/tags";
import { TimeText } from "../../shared/components/time-text";
import { CaseNoticeLine } from "./case-notice";
import { eventWord } from "./event-word";
import "./case-history.css";

/** What happened to the case, who did it and why, and what its citizen was sent: the oldest first. */
export function CaseHistory({ detail }: { detail: CaseRead }) {
  const { t } = useTranslation();
  if (detail.history.length === 0) return null;
  return (
    <section className="happened" aria-label={t("cases.history")}>
      <h3>{t("cases.history")}</h3>
      <ol className="case-history">
        {storyOf(detail).map((each) =>
          "way" in each ? (
            <CaseNoticeLine key={each.id} notice={each} caseId={detail.id} />
          ) : (
            <Happened key={each.number} event={each} />
          ),
        )}
      </ol>
    </section>
  );
}

/** Events and notices in the order in which they were; what an event sends follows it. */
function storyOf({ history, notices }: CaseRead): (CaseEventRead | CaseNotice)[] {
  return [...history, ...notices].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function Happened({ event }: { event: CaseEventRead }) {
  const { t } = useTranslation();
  const { by, before, after, reason } = event;
  return (
    <li>
      <p className="facts-head">
        <strong>{eventWord(t, event.event, before)}</strong>
        {before !== after && <CaseStateTag state={after} />}
        <span className="lx-faint">
          {by === null ? t("common.system") : `${by.number} ${by.name}`} <TimeText at={event.at} />
        </span>
      </p>
      {reason !== "" && <p className="prose">{reason}</p>}
    </li>
  );
}

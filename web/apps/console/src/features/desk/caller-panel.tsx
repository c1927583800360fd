import type { CallSummary, CaseSummary } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Empty, Failure, Skeleton } from "@lianxin/ui";
import { CallerNumber } from "../../shared/components/caller-number";
import { CaseStateTag, OutcomeTag, Unproven } from "../../shared/components/tags";
import { TimeText } from "../../shared/components/time-text";
import { useCaller } from "./data";

export type Earlier = { kind: "call" | "case"; id: string };

/** Who is on the line and what this citizen has asked before. */
export function CallerPanel({
  phone,
  unproven,
  current,
  earlier,
  onOpen,
}: {
  phone: string;
  /** The caller's own word for the number. */
  unproven: boolean;
  /** The call in progress, which is no history yet. */
  current: string | null;
  earlier: Earlier | null;
  onOpen: (earlier: Earlier) => void;
}) {
  const { t } = useTranslation();
  const { data, isError, isPending, refetch } = useCaller(phone);
  if (phone.length < 3) {
    return current === null ? (
      <Empty title={t("desk.noCaller")} hint={t("desk.noCallerHint")} />
    ) : (
      <Empty title={t("desk.withheld")} hint={t("desk.withheldHint")} />
    );
  }
  return (
    <>
      <div className="caller-head">
        <CallerNumber key={phone} number={phone} />
        {unproven && <Unproven />}
        {data !== undefined && (
          <dl className="caller-counts">
            <div>
              <dt>{t("desk.calls30")}</dt>
              <dd>{t("desk.times", { count: data.counts.calls_30d })}</dd>
            </div>
            <div>
              <dt>{t("desk.openCases")}</dt>
              <dd className={data.counts.open_cases > 0 ? "lx-tone-hold" : undefined}>
                {t("desk.cases", { count: data.counts.open_cases })}
              </dd>
            </div>
          </dl>
        )}
      </div>
      {isError && data === undefined && (
        <Failure
          title={t("common.loadFailed")}
          retryLabel={t("common.retry")}
          onRetry={() => void refetch()}
        />
      )}
      {isPending && !isError && <Skeleton rows={6} label={t("common.loading")} />}
      {data !== undefined && (
        <History
          calls={data.calls.filter(({ id }) => id !== current)}
          cases={data.cases}
          earlier={earlier}
          onOpen={onOpen}
        />
      )}
    </>
  );
}

function History({
  calls,
  cases,
  earlier,
  onOpen,
}: {
  calls: readonly CallSummary[];
  cases: readonly CaseSummary[];
  earlier: Earlier | null;
  onOpen: (earlier: Earlier) => void;
}) {
  const { t } = useTranslation();
  if (calls.length + cases.length === 0) {
    return <p className="caller-none lx-soft">{t("desk.firstTime")}</p>;
  }
  return (
    <div className="history">
      {cases.length > 0 && <h3>{t("desk.caseHistory")}</h3>}
      <ul>
        {cases.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              aria-pressed={earlier?.id === item.id}
              onClick={() => onOpen({ kind: "case", id: item.id })}
            >
              <span className="history-line">
                <strong>{item.title}</strong>
              </span>
              <span className="history-line">
                <span className="lx-soft">
                  {t(`cases.type.${item.type}`)} · <TimeText at={item.created_at} brief />
                </span>
                <CaseStateTag state={item.state} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {calls.length > 0 && <h3>{t("desk.callHistory")}</h3>}
      <ul>
        {calls.map((call) => (
          <li key={call.id}>
            <button
              type="button"
              aria-pressed={earlier?.id === call.id}
              onClick={() => onOpen({ kind: "call", id: call.id })}
            >
              <span className="history-line">
                <span>
                  <TimeText at={call.started_at} />
                </span>
                <OutcomeTag outcome={call.outcome} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

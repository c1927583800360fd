import { pairOf, useTranslation, wordFor } from "@lianxin/i18n";
import { Link } from "react-router";
import { Facts } from "../../shared/components/facts";
import { TimeText } from "../../shared/components/time-text";
import type { Fax } from "./data";
import { FaxActs } from "./fax-acts";

/** All that is known of one fax: what goes to whom, and how each try ended. */
export function FaxDetail({ fax }: { fax: Fax }) {
  const { t } = useTranslation();
  const { state, attempts, call, last_error: error, missing_signs: signs } = fax;
  const waits = state === "waiting" && Date.parse(fax.next_at) > Date.now();
  const end = wordFor("faxes.end", error, error);
  return (
    <div className="detail">
      <p className="facts-head">
        {t(`faxes.state.${state}`)} <TimeText at={fax.created_at} />
      </p>
      <h2>{fax.title}</h2>
      {fax.twice && <p className="lx-tone-hold">{t("faxes.twiceHint")}</p>}
      <Facts
        items={[
          [t("faxes.field.number"), fax.number],
          [t("faxes.field.pages"), fax.pages],
          [t("faxes.field.next"), waits ? <TimeText key="next" at={fax.next_at} /> : null],
          [
            t("faxes.field.sent"),
            fax.sent_at === null ? null : <TimeText key="sent" at={fax.sent_at} />,
          ],
          [t("faxes.field.error"), error === "" ? null : signs === "" ? end : pairOf(end, signs)],
        ]}
      />
      <h3>{t("faxes.field.attempts")}</h3>
      {attempts.length === 0 && <p className="lx-soft">{t("faxes.noAttempts")}</p>}
      <ol className="links">
        {attempts.map((attempt, index) => (
          <li key={attempt.call}>
            <span>
              {t("faxes.attempt", {
                number: index + 1,
                end: wordFor("faxes.end", attempt.end, attempt.end),
              })}
            </span>
            <TimeText at={attempt.at} />
          </li>
        ))}
      </ol>
      {call !== null && (
        <p>
          <Link to={`/calls/${call}?range=any`}>{t("cases.call")}</Link>
        </p>
      )}
      <p className="detail-buttons">
        <FaxActs fax={fax} />
      </p>
    </div>
  );
}

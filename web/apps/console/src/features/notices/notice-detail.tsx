import { useTranslation, wordFor } from "@lianxin/i18n";
import { Link } from "react-router";
import { Facts } from "../../shared/components/facts";
import { reasonWord } from "../../shared/components/reason-word";
import { TimeText } from "../../shared/components/time-text";
import type { Notice } from "./data";
import { SendAgain } from "./send-again";
import { NoticeStateTag } from "./state-tag";

/** All that is known of one notice: what it says, and how sending it went. */
export function NoticeDetail({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const { state, text, withheld, event, case: of, call, sent_at, last_error } = notice;
  // Without a gateway it waits for that, and its moment has gone by.
  const waits = state === "waiting" && Date.parse(notice.next_at) > Date.now();
  const at = (moment: string | null) => moment !== null && <TimeText at={moment} />;
  return (
    <div className="detail">
      <p className="facts-head">
        <NoticeStateTag state={state} />
        <TimeText at={notice.created_at} />
      </p>
      {text === "" ? (
        <p className="lx-soft">{t(withheld ? "notices.withheld" : "notices.noText")}</p>
      ) : (
        <p className="prose">{text}</p>
      )}
      <Facts
        items={[
          [t("notices.field.number"), <span key="number">{notice.number}</span>],
          [t("notices.field.way"), t(`notices.way.${notice.way}`)],
          [
            t("notices.field.template"),
            wordFor("notices.shipped", notice.template, notice.template),
          ],
          [t("notices.field.case"), event === null ? null : t(`notices.event.${event}`)],
          [t("notices.field.tries"), notice.tries],
          [t("notices.field.next"), waits ? at(notice.next_at) : null],
          [t("notices.field.sent"), sent_at === null ? null : at(sent_at)],
          [t("notices.field.error"), last_error === "" ? null : reasonWord(last_error)],
        ]}
      />
      <SendAgain notice={notice} />
      {of !== null && (
        <p>
          <Link to={`/cases/${of}?range=any`}>{t("notices.openCase")}</Link>
        </p>
      )}
      {call !== null && (
        <p>
          <Link to={`/calls/${call}?range=any`}>{t("cases.call")}</Link>
        </p>
      )}
    </div>
  );
}

import type { CaseNotice } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { reasonWord } from "../../shared/components/reason-word";
import { TimeText } from "../../shared/components/time-text";
import { useAct } from "../../shared/components/use-act";
import { NoticeStateTag, sendAgain } from "../notices";

/** What the citizen was sent of an event, how far it is, or why nothing was sent. */
export function CaseNoticeLine({ notice, caseId }: { notice: CaseNotice; caseId: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [busy, act] = useAct();
  const { by, event, way, state, number, reason, sent_at, text } = notice;
  const again = async () => {
    await act(() => sendAgain(notice.id));
    await Promise.all([
      client.invalidateQueries({ queryKey: ["case", caseId] }),
      client.invalidateQueries({ queryKey: ["notices"] }),
    ]);
  };
  return (
    <li>
      <p className="facts-head">
        <strong>
          {t("cases.notice", { way: t(`notices.way.${way}`), event: t(`notices.event.${event}`) })}
        </strong>
        <NoticeStateTag state={state} />
        {number !== "" && <span className="lx-figure">{number}</span>}
        <span className="lx-faint">
          {by === null ? t("common.system") : `${by.number} ${by.name}`}{" "}
          <TimeText at={sent_at ?? notice.at} />
        </span>
        {notice.may_send_again && (
          <Button size="small" loading={busy} onClick={() => void again()}>
            {t("notices.again")}
          </Button>
        )}
      </p>
      {reason !== "" && <p className="lx-soft">{reasonWord(reason)}</p>}
      {text !== "" && <p className="prose lx-soft">{text}</p>}
    </li>
  );
}

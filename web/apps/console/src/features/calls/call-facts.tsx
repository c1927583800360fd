import type { CallSummary } from "@lianxin/api";
import { duration, useTranslation } from "@lianxin/i18n";
import { CallerNumber } from "../../shared/components/caller-number";
import { Facts } from "../../shared/components/facts";
import { OutcomeTag } from "../../shared/components/tags";
import { TimeText } from "../../shared/components/time-text";
import { WayText } from "../../shared/components/way-text";
import { dispositionWord } from "../../shared/formats/disposition-word";

function between(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : Date.parse(to) - Date.parse(from);
}

/** How long the caller waited in the queue; null when they were never in it. */
export function waited(call: CallSummary): number | null {
  return between(call.queued_at, call.answered_at ?? call.ended_at);
}

/** How long caller and agents talked, without what was held; null when they did not. */
export function talked({ talk_seconds: seconds }: CallSummary): number | null {
  return seconds === null ? null : seconds * 1000;
}

export function DurationText({ span }: { span: number | null }) {
  return span === null ? (
    <span className="lx-faint">—</span>
  ) : (
    <span className="lx-figure">{duration(span)}</span>
  );
}

/** Who called when, by which way, and how it ended. */
export function CallFacts({ call }: { call: CallSummary }) {
  const { t } = useTranslation();
  const facts: [string, React.ReactNode][] = [
    [t("calls.field.caller"), <CallerNumber key="caller" number={call.caller} />],
    [t("calls.field.started"), <TimeText key="started" at={call.started_at} />],
    [t("calls.field.line"), `${call.line} · ${t(`calls.source.${call.source}`)}`],
    [
      t("calls.field.way"),
      <WayText key="way" way={call.way} names={call.node_names} keys={call.keys} />,
    ],
    [t("calls.field.agent"), call.agent ? `${call.agent.number} ${call.agent.name}` : "—"],
    [
      t("dispositions.call"),
      call.disposition === null ? t("dispositions.none") : dispositionWord(call.disposition),
    ],
    [t("calls.field.waited"), <DurationText key="waited" span={waited(call)} />],
    [t("calls.field.talked"), <DurationText key="talked" span={talked(call)} />],
  ];
  return (
    <>
      <p className="facts-head">
        <OutcomeTag outcome={call.outcome} />
        {call.ended_by !== "" && (
          <span className="lx-soft">
            {t("calls.field.ended")} {t(`calls.by.${call.ended_by}`)}
          </span>
        )}
      </p>
      <Facts items={facts} />
    </>
  );
}

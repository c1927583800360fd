import type { CallSummary, CaseSummary } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { type LampShape, type LampTone, Tag } from "@lianxin/ui";

type Look = { tone: LampTone; shape: LampShape };

const OUTCOMES: Record<CallSummary["outcome"], Look> = {
  "": { tone: "talk", shape: "wave" },
  answered: { tone: "off", shape: "disc" },
  self_served: { tone: "off", shape: "ring" },
  no_choice: { tone: "off", shape: "dash" },
  place_kept: { tone: "hold", shape: "ring" },
  unreached: { tone: "failed", shape: "cross" },
  transferred: { tone: "off", shape: "disc" },
  message: { tone: "hold", shape: "pen" },
  fallback: { tone: "hold", shape: "pen" },
  abandoned: { tone: "failed", shape: "cross" },
  failed: { tone: "failed", shape: "cross" },
  fax_sent: { tone: "off", shape: "disc" },
  fax_failed: { tone: "failed", shape: "cross" },
};

export function OutcomeTag({ outcome }: { outcome: CallSummary["outcome"] }) {
  const { t } = useTranslation();
  return (
    <Tag {...OUTCOMES[outcome]}>{t(`calls.outcome.${outcome === "" ? "going" : outcome}`)}</Tag>
  );
}

const STATES: Record<CaseSummary["state"], Look> = {
  accepted: { tone: "talk", shape: "ring" },
  dispatched: { tone: "talk", shape: "wave" },
  in_progress: { tone: "hold", shape: "pen" },
  replied: { tone: "ready", shape: "disc" },
  closed: { tone: "off", shape: "disc" },
  rejected: { tone: "off", shape: "dash" },
};

export function CaseStateTag({ state }: { state: CaseSummary["state"] }) {
  const { t } = useTranslation();
  return <Tag {...STATES[state]}>{t(`cases.state.${state}`)}</Tag>;
}

/** Nothing for what is normal: only what presses is marked. */
export function UrgencyText({ urgency }: { urgency: CaseSummary["urgency"] }) {
  const { t } = useTranslation();
  if (urgency === "normal") return <span className="lx-faint">{t("cases.urgency.normal")}</span>;
  const tone = urgency === "critical" ? "failed" : "hold";
  return (
    <Tag tone={tone} shape="bell">
      {t(`cases.urgency.${urgency}`)}
    </Tag>
  );
}

/** What stands at the head of a case: its state, its type, and what presses. */
export function CaseHead({ item }: { item: Pick<CaseSummary, "state" | "type" | "urgency"> }) {
  const { t } = useTranslation();
  return (
    <p className="facts-head">
      <CaseStateTag state={item.state} />
      <span className="lx-soft">{t(`cases.type.${item.type}`)}</span>
      <UrgencyText urgency={item.urgency} />
    </p>
  );
}

/** The caller typed this number on a page: nobody has proven it. */
export function Unproven() {
  const { t } = useTranslation();
  return (
    <span className="unproven" title={t("phone.unprovenHint")}>
      <Tag tone="hold" shape="ring">
        {t("phone.unproven")}
      </Tag>
    </span>
  );
}

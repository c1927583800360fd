import type { CaseEventRead, CaseRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { type LampTone, Tag } from "@lianxin/ui";
import { CaseStateTag } from "../../shared/components/tags";
import { TimeText } from "../../shared/components/time-text";
import { eventWord } from "./event-word";
import "./case-history.css";

/** What happened to the case, and who did it and why: the oldest first. */
export function CaseHistory({ detail }: { detail: CaseRead }) {
  const { t } = useTranslation();
  const steps = stepsOf(detail);
  if (steps.length === 0) return null;
  return (
    <section className="happened" aria-label={t("cases.history")}>
      <h3>{t("cases.history")}</h3>
      <ol className="case-history">
        {steps.map((step) =>
          "event" in step ? (
            <Happened key={step.number} event={step} />
          ) : (
            <Faxed key={step.id} fax={step} />
          ),
        )}
      </ol>
    </section>
  );
}

type Fax = CaseRead["faxes"][number];

/** What was done to the case, and what its callers got by fax, in the order of time. */
function stepsOf({ history, faxes }: Pick<CaseRead, "history" | "faxes">) {
  const at = (step: CaseEventRead | Fax) => ("event" in step ? step.at : step.created_at);
  const steps: (CaseEventRead | Fax)[] = [...history, ...faxes];
  return steps.sort((one, other) => Date.parse(at(one)) - Date.parse(at(other)));
}

const FAX_LOOK: Record<Fax["state"], LampTone> = {
  waiting: "hold",
  sending: "talk",
  sent: "ready",
  failed: "failed",
  cancelled: "off",
};

/** A fax that was asked for in a call of the case, and how it stands. */
function Faxed({ fax: { title, number, pages, state, created_at, sent_at } }: { fax: Fax }) {
  const { t } = useTranslation();
  return (
    <li>
      <p className="facts-head">
        <strong>{t("cases.fax", { title })}</strong>
        <Tag tone={FAX_LOOK[state]}>{t(`faxes.state.${state}`)}</Tag>
        <span className="lx-faint lx-figure">
          {t("cases.faxTo", { number, count: pages })} <TimeText at={sent_at ?? created_at} />
        </span>
      </p>
    </li>
  );
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

import type { CallView } from "@lianxin/api/live";
import { duration, useTranslation } from "@lianxin/i18n";
import { Elapsed, Lamp, Tag, useNow } from "@lianxin/ui";
import { Button } from "antd";
import { Unproven } from "../../shared/components/tags";
import { WayText } from "../../shared/components/way-text";
import { masked } from "../../shared/formats/number";
import { useWorkplaceState } from "../../shared/live/context";
import { currentCall, type LiveState } from "../../shared/live/state";
import { Announcing, CutButton } from "./announcing";
import { usePhoneCommands } from "./commands";
import { useRinging } from "./ringing";
import { SendAway } from "./send-away";
import { AGENT_LOOK, PHASE_LOOK } from "./states";

/** Since when the phase of the call that is shown lasts, on the server's clock. */
function phaseSince(call: CallView): number {
  if (call.phase === "held") return call.held_since ?? call.started_at;
  if (call.phase === "ringing") return call.queued_at ?? call.started_at;
  return call.answered_at ?? call.started_at;
}

/** The telephone at its fixed place: who is on the line and what can be done about it. */
export function CallBar() {
  const { t } = useTranslation();
  const { live } = useWorkplaceState();
  const ringing = useRinging();
  const { takeOver } = usePhoneCommands();
  if (live.connection === "replaced") {
    return (
      <section className="bar bar-replaced" aria-label={t("phone.bar")} role="alert">
        <Lamp tone="hold" shape="pause" />
        <strong>{t("phone.replaced")}</strong>
        <Button type="primary" onClick={takeOver}>
          {t("phone.takeOver")}
        </Button>
      </section>
    );
  }
  const call = currentCall(live);
  const phase = ringing ? "ringing" : (call?.phase ?? "none");
  return (
    <section className={`bar bar-${phase}`} aria-label={t("phone.bar")}>
      {call === null ? <Idle live={live} /> : <InCall live={live} call={call} />}
    </section>
  );
}

function Idle({ live }: { live: LiveState }) {
  const { t } = useTranslation();
  if (live.role === "watcher") return <span className="lx-faint">{t("phone.idleWatcher")}</span>;
  const state = live.agent?.state ?? "offline";
  const look = AGENT_LOOK[state];
  const words = {
    ready: t("phone.idleReady"),
    wrap_up: t("phone.idleWrapUp"),
  }[state as string];
  return (
    <>
      <Lamp {...look} />
      <span>{words ?? t("phone.idleNotReady")}</span>
      {state === "wrap_up" && live.ended !== null && <EndedWords ended={live.ended} />}
      <Registration />
    </>
  );
}

function EndedWords({ ended }: { ended: NonNullable<LiveState["ended"]> }) {
  const { t } = useTranslation();
  const { call, by } = ended;
  return (
    <span className="lx-soft">
      {t(`phone.ended.${by}`)} · <span className="lx-figure">{masked(call.caller)}</span>
    </span>
  );
}

/** The telephone's own condition, only when it is not simply ready. */
function Registration() {
  const { t } = useTranslation();
  const { phone, live } = useWorkplaceState();
  if (live.sip === null) return null;
  if (phone.errorCode !== undefined) {
    return (
      <span className="bar-end lx-tone-failed" role="alert">
        {t(`phone.error.${phone.errorCode}`)}
      </span>
    );
  }
  const tone = phone.registration === "registered" ? "ready" : "off";
  return (
    <span className="bar-end lx-soft">
      <Lamp tone={tone} shape={tone === "ready" ? "disc" : "ring"} />
      {t(`phone.registration.${phone.registration}`)}
    </span>
  );
}

function InCall({ live, call }: { live: LiveState; call: CallView }) {
  const { t } = useTranslation();
  const { phone } = useWorkplaceState();
  const direct = call.keys === "" && call.way.length === 0;
  return (
    <>
      <span className="bar-phase">
        <Lamp {...PHASE_LOOK[call.phase]} />
        <PhaseWords call={call} offset={live.offset} />
      </span>
      <span className="bar-caller lx-figure">
        {call.caller === "" ? t("common.unknownNumber") : masked(call.caller)}
      </span>
      {call.claimed && call.caller !== "" && <Unproven />}
      {call.source === "callback" && (
        <Tag tone="hold" shape="ring">
          {t("phone.callback")}
        </Tag>
      )}
      <span className="bar-way lx-soft">
        {lineWords(call)} · {call.source === "web" ? `${t("phone.web")} · ` : ""}
        {direct ? (
          t("phone.direct")
        ) : (
          <WayText way={call.way} names={call.node_names ?? {}} keys={call.keys} />
        )}
        <Waited call={call} offset={live.offset} />
      </span>
      {call.recording && call.phase === "talking" && (
        <span className="bar-recording lx-soft">
          <Lamp tone="failed" shape="disc" />
          {t("phone.recording")}
        </span>
      )}
      {phone.errorCode !== undefined && (
        <span className="lx-tone-failed" role="alert">
          {t(`phone.error.${phone.errorCode}`)}
        </span>
      )}
      <CallButtons call={call} online={live.connection === "open"} />
    </>
  );
}

function PhaseWords({ call, offset }: { call: CallView; offset: number }) {
  const { t } = useTranslation();
  const { phase, announcing_until: until } = call;
  if (typeof until === "number") return <Announcing until={until} offset={offset} />;
  return (
    <>
      <strong>{t(`phone.${phase === "ended" ? "talking" : phase}`)}</strong>
      <Elapsed since={phaseSince(call)} offset={offset} />
    </>
  );
}

/** The line's name, and its number where the name does not tell it. */
function lineWords({ line, line_name }: CallView): string {
  return line_name.includes(line) ? line_name : `${line_name} ${line}`;
}

function Waited({ call, offset }: { call: CallView; offset: number }) {
  const { t } = useTranslation();
  const now = useNow();
  if (call.queued_at === null) return null;
  const until = call.answered_at ?? now + offset;
  return (
    <>
      {" · "}
      {t("phone.queued")} <span className="lx-figure">{duration(until - call.queued_at)}</span>
    </>
  );
}

function CallButtons({ call, online }: { call: CallView; online: boolean }) {
  const { id, phase } = call;
  const { t } = useTranslation();
  const { answer, hangUp, toggleHold } = usePhoneCommands();
  const { phone } = useWorkplaceState();
  if (phase === "ringing") {
    // A page that was loaded again has not got the ringing leg: it comes with the next offer.
    const here = phone.session === "incoming";
    return (
      <span className="bar-buttons">
        {!here && <span className="lx-soft">{t("phone.legMissing")}</span>}
        <button type="button" className="answer" disabled={!here} onClick={answer}>
          {t("phone.answer")} <kbd>F2</kbd>
        </button>
        <Button disabled={!here} onClick={hangUp}>
          {t("phone.reject")} <kbd>F4</kbd>
        </Button>
      </span>
    );
  }
  const held = phase === "held";
  return (
    <span className="bar-buttons">
      <CutButton call={call} />
      <Button
        onClick={toggleHold}
        disabled={!online || !(held || phase === "talking")}
        title={online ? undefined : t("phone.needLive")}
        type={held ? "primary" : "default"}
      >
        {held ? t("phone.resume") : t("phone.hold")} <kbd>F6</kbd>
      </Button>
      <SendAway key={id} call={id} can={online && (held || phase === "talking")} />
      <Button onClick={hangUp}>
        {t("phone.hangUp")} <kbd>F4</kbd>
      </Button>
    </span>
  );
}

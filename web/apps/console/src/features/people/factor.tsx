import type { PersonRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button } from "antd";
import { TimeText } from "../../shared/components/time-text";
import { useAct } from "../../shared/components/use-act";
import { useSession } from "../../shared/session";
import { keepFactor, resetFactor } from "./data";

/** Whether somebody shows a second factor at sign-in; a line among the facts. */
export function FactorFact({ person: { factor_since: since } }: { person: PersonRead }) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>{t("people.field.factor")}</dt>
      <dd>
        {t(since === null ? "people.factor.off" : "people.factor.on")}
        {since !== null && (
          <>
            {" "}
            <TimeText at={since} />
          </>
        )}
      </dd>
    </div>
  );
}

/** The loss of somebody's telephone: one person asks, another confirms. */
export function FactorLoss({ person }: { person: PersonRead }) {
  const { t } = useTranslation();
  const own = useSession().person === person.id;
  if (person.factor_since === null) return null;
  const may = person.acts.includes("reset") && !own;
  const asked = person.factor_reset;
  if (asked === null) return may ? <FactorActs person={person} /> : null;
  const by = asked.by === null ? t("common.system") : `${asked.by.number} ${asked.by.name}`;
  return (
    <Alert
      type="info"
      title={
        <>
          <p>{t(asked.own ? "people.factor.askedOwn" : "people.factor.asked", { by })}</p>
          <p className="lx-soft">
            {t("people.factor.until")} <TimeText at={asked.until} />
          </p>
          {may && <FactorActs person={person} />}
        </>
      }
    />
  );
}

function FactorActs({ person }: { person: PersonRead }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const [busy, act] = useAct();
  const { number, name, factor_reset: asked } = person;
  const run = async (write: () => Promise<unknown>, done: "asked" | "reset" | "kept") => {
    const written = await act(write);
    await client.invalidateQueries({ queryKey: ["people"] });
    if (written) void message.success(t(`people.factor.done.${done}`, { number, name }));
  };
  const reset = async () => {
    const what = asked === null ? "ask" : "confirm";
    const sure = await modal.confirm({
      title: t("people.factor.sure", { number, name }),
      content: t(`people.factor.sureHint.${what}`),
      okText: t(`people.factor.act.${what}`),
      okButtonProps: { danger: true },
      cancelText: t("common.cancel"),
    });
    if (sure) await run(() => resetFactor(person), asked === null ? "asked" : "reset");
  };
  return (
    <p className="detail-buttons">
      {!asked?.own && (
        <Button danger loading={busy} onClick={() => void reset()}>
          {t(asked === null ? "people.factor.act.ask" : "people.factor.act.confirm")}
        </Button>
      )}
      {asked !== null && (
        <Button loading={busy} onClick={() => void run(() => keepFactor(person), "kept")}>
          {t("people.factor.act.keep")}
        </Button>
      )}
    </p>
  );
}

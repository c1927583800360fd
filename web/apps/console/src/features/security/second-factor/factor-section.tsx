import type { OwnFactorRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Skeleton, Tag } from "@lianxin/ui";
import { App, Button } from "antd";
import { useState } from "react";
import { LoadFailure } from "../../../shared/components/load-failure";
import { TimeText } from "../../../shared/components/time-text";
import { CodesDialog } from "./codes-dialog";
import { removeFactor, renewCodes, useOwnFactor } from "./data";
import { ProofDialog } from "./proof-dialog";
import { SetUpDialog } from "./set-up-dialog";
import "./second-factor.css";

/** So few are soon none. */
const FEW = 3;

/** 两步验证: how one's second factor stands, and what can be done to it. */
export function FactorSection() {
  const { t } = useTranslation();
  const factor = useOwnFactor();
  return (
    <section aria-labelledby="second-factor">
      <h2 id="second-factor">{t("security.factor.title")}</h2>
      <p className="lx-soft">{t("security.factor.what")}</p>
      {factor.isPending && <Skeleton rows={2} label={t("common.loading")} />}
      {factor.isError && <LoadFailure error={factor.error} onRetry={() => void factor.refetch()} />}
      {factor.isSuccess && (
        <>
          <FactorState factor={factor.data} />
          <FactorActs factor={factor.data} />
        </>
      )}
    </section>
  );
}

function FactorState({ factor }: { factor: OwnFactorRead }) {
  const { t } = useTranslation();
  const { on_since: since, codes_left: left, demanded } = factor;
  const few = left <= FEW;
  return (
    <div className="factor-state">
      {since === null ? (
        <Tag tone="off" shape="ring">
          {t("security.factor.off")}
        </Tag>
      ) : (
        <>
          <p>
            <Tag tone="ready">{t("security.factor.on")}</Tag>{" "}
            <span className="lx-soft">
              {t("security.factor.since")} <TimeText at={since} />
            </span>
          </p>
          <p className={few ? "lx-tone-hold" : "lx-soft"}>
            {t(few ? "security.factor.fewLeft" : "security.factor.left", { count: left })}
          </p>
        </>
      )}
      {demanded && <p className="lx-soft">{t("security.factor.demanded")}</p>}
    </div>
  );
}

type Act = "setUp" | "renew" | "remove";

function FactorActs({ factor }: { factor: OwnFactorRead }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [act, setAct] = useState<Act | null>(null);
  const [told, setTold] = useState<string[] | null>(null);
  const on = factor.on_since !== null;
  const close = () => setAct(null);
  return (
    <>
      <p className="detail-buttons">
        <Button type={on ? "default" : "primary"} onClick={() => setAct("setUp")}>
          {t(on ? "security.factor.replace" : "security.factor.setUp")}
        </Button>
        {on && <Button onClick={() => setAct("renew")}>{t("security.factor.renew")}</Button>}
        {on && !factor.demanded && (
          <Button danger onClick={() => setAct("remove")}>
            {t("security.factor.remove")}
          </Button>
        )}
      </p>
      {act === "setUp" && <SetUpDialog on={on} onClose={close} />}
      {act === "renew" && (
        <ProofDialog
          title={t("security.factor.renew")}
          hint={t("security.factor.renewHint")}
          act={t("security.factor.renew")}
          write={renewCodes}
          onDone={(codes) => {
            close();
            setTold(codes);
          }}
          onClose={close}
        />
      )}
      {told !== null && <CodesDialog codes={told} onDone={() => setTold(null)} />}
      {act === "remove" && (
        <ProofDialog
          title={t("security.factor.removeTitle")}
          hint={t("security.factor.removeHint")}
          act={t("security.factor.removeAct")}
          write={removeFactor}
          onDone={() => {
            close();
            void message.success(t("security.factor.removed"));
          }}
          onClose={close}
        />
      )}
    </>
  );
}

import type { FactorBegun } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Copy } from "@lianxin/ui";
import { Button, Input, QRCode } from "antd";
import { useState } from "react";
import { ApiForm, FormItem } from "../../../shared/form";
import { beginFactor, confirmFactor } from "./data";
import { NO_PROOF, ProofFields } from "./proof-fields";
import { RecoveryCodes } from "./recovery-codes";
import { useSecretForm } from "./use-secret-form";
import "./second-factor.css";

type Step = { at: "proof" } | { at: "key"; begun: FactorBegun } | { at: "codes"; codes: string[] };

interface SetUpState {
  step: Step;
  go: (step: Step) => void;
}

/** Where a set-up stands; whoever shows it knows when it must not be closed. */
export function useSetUp(): SetUpState {
  const [step, go] = useState<Step>({ at: "proof" });
  return { step, go };
}

const STEPS = ["proof", "key", "codes"] as const;

/** A second factor is set up, or replaced where one is `on`: proof, key, recovery codes. */
export function SetUp({
  state: { step, go },
  on,
  onDone,
  onCancel,
}: {
  state: SetUpState;
  on: boolean;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const { t } = useTranslation();
  const place = { step: STEPS.indexOf(step.at) + 1, of: STEPS.length };
  return (
    <div className="factor">
      <p className="lx-faint lx-figure">{t("security.factor.step", place)}</p>
      {step.at === "proof" && (
        <ProofStep on={on} onBegun={(begun) => go({ at: "key", begun })} onCancel={onCancel} />
      )}
      {step.at === "key" && (
        <KeyStep
          begun={step.begun}
          onCodes={(codes) => go({ at: "codes", codes })}
          onBack={() => go({ at: "proof" })}
        />
      )}
      {step.at === "codes" && <RecoveryCodes codes={step.codes} onDone={onDone} />}
    </div>
  );
}

function ProofStep({
  on,
  onBegun,
  onCancel,
}: {
  on: boolean;
  onBegun: (begun: FactorBegun) => void;
  onCancel: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const state = useSecretForm(NO_PROOF, async (proof) => onBegun(await beginFactor(proof)));
  return (
    <ApiForm state={state} buttons={false} label={t("security.factor.proof")}>
      <p className="lx-soft">{t(on ? "security.factor.proofOn" : "security.factor.proofOff")}</p>
      <ProofFields on={on} />
      <p className="detail-buttons">
        <Button type="primary" htmlType="submit" loading={state.busy}>
          {t("security.factor.next")}
        </Button>
        {onCancel !== undefined && <Button onClick={onCancel}>{t("common.cancel")}</Button>}
      </p>
    </ApiForm>
  );
}

/** Fours are typed without losing one's place. */
function groups(key: string): string {
  return key.replace(/(.{4})(?=.)/g, "$1 ");
}

function KeyStep({
  begun: { uri, key },
  onCodes,
  onBack,
}: {
  begun: FactorBegun;
  onCodes: (codes: string[]) => void;
  onBack: () => void;
}) {
  const { t } = useTranslation();
  const state = useSecretForm({ code: "" }, async ({ code }) => onCodes(await confirmFactor(code)));
  return (
    <ApiForm state={state} buttons={false} label={t("security.factor.scan")}>
      <p className="lx-soft">{t("security.factor.scanHint")}</p>
      <div className="factor-key">
        <QRCode
          className="factor-picture"
          role="img"
          aria-label={t("security.factor.picture")}
          type="svg"
          value={uri}
          size={200}
          marginSize={4} // what readers need around it: ISO/IEC 18004
          color="CanvasText"
          bgColor="Canvas"
          bordered={false}
        />
        <div>
          <p className="lx-soft">{t("security.factor.key")}</p>
          <code>{groups(key)}</code>
          <Copy text={key} label={t("security.factor.copyKey")} done={t("common.copied")} />
        </div>
      </div>
      <FormItem
        name="code"
        label={t("security.factor.code")}
        hint={t("security.factor.firstCode")}
        required
      >
        <Input
          autoFocus
          className="lx-figure"
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={7}
        />
      </FormItem>
      <p className="detail-buttons">
        <Button type="primary" htmlType="submit" loading={state.busy}>
          {t("security.factor.confirm")}
        </Button>
        <Button onClick={onBack}>{t("security.factor.back")}</Button>
      </p>
    </ApiForm>
  );
}

import type { FactorProof } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Input } from "antd";
import { FormItem } from "../../../shared/form";

export const NO_PROOF: FactorProof = { password: "", code: "" };

/** That it is oneself who sits there: the password, and a code where a second factor is on. */
export function ProofFields({ on }: { on: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <FormItem name="password" label={t("security.factor.password")} required>
        <Input.Password autoFocus autoComplete="current-password" maxLength={256} />
      </FormItem>
      {on && (
        <FormItem
          name="code"
          label={t("security.factor.code")}
          hint={t("security.factor.codeHint")}
          required
        >
          <Input autoComplete="one-time-code" spellCheck={false} maxLength={32} />
        </FormItem>
      )}
    </>
  );
}

import { listOf, useTranslation } from "@lianxin/i18n";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useEffect } from "react";
import { givePromptCode, usePrompt } from "./data";
import type { MakerProps } from "./maker-props";

/** How often to look whether what was spoken has come in. */
const LOOK = 5000;

/** Dial a number, type the code, speak: the version appears above. */
export function ByTelephone({ prompt, language }: MakerProps) {
  const { t } = useTranslation();
  const code = useQuery({
    queryKey: ["prompt-code", prompt.code, language],
    queryFn: () => givePromptCode(prompt.code, language),
    enabled: false,
    retry: false,
  });
  const { refetch } = usePrompt(prompt.code);
  const waiting = code.data !== undefined;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => void refetch(), LOOK);
    return () => clearInterval(timer);
  }, [waiting, refetch]);
  if (code.data?.numbers.length === 0) {
    return <Alert type="info" title={t("prompts.make.noLine")} />;
  }
  return (
    <div className="prompt-form">
      <p className="lx-soft">{t("prompts.make.dialHint")}</p>
      {code.data !== undefined && (
        <dl className="facts">
          <div>
            <dt>{t("prompts.make.dial")}</dt>
            <dd className="prompt-code">{listOf(code.data.numbers)}</dd>
          </div>
          <div>
            <dt>{t("prompts.make.code")}</dt>
            <dd className="prompt-code">{code.data.code}</dd>
          </div>
        </dl>
      )}
      {code.isError && (
        <p className="lx-tone-failed" role="alert">
          {code.error.message}
        </p>
      )}
      <p className="prompt-buttons">
        <Button
          type={waiting ? "default" : "primary"}
          loading={code.isFetching}
          onClick={() => void code.refetch()}
        >
          {waiting ? t("prompts.make.newCode") : t("prompts.make.getCode")}
        </Button>
        {waiting && <span className="lx-soft">{t("prompts.make.waiting")}</span>}
      </p>
    </div>
  );
}

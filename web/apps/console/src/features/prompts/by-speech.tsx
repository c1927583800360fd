import { useTranslation } from "@lianxin/i18n";
import { Field, Skeleton } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, InputNumber, Select } from "antd";
import { useState } from "react";
import { useAct } from "../../shared/components/use-act";
import { invalidatePrompt, speakPrompt, usePromptStudio } from "./data";
import type { MakerProps } from "./maker-props";

/** Have the text of the language spoken by the engine, where there is one. */
export function BySpeech({ prompt, language }: MakerProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const studio = usePromptStudio();
  const [voice, setVoice] = useState<string>();
  const [speed, setSpeed] = useState(1);
  const [busy, act] = useAct();
  if (studio.data === undefined) return <Skeleton rows={2} label={t("common.loading")} />;
  const voices = studio.data.voices.filter((known) => known.language === language);
  if (voices.length === 0) return <Alert type="info" title={t("prompts.make.noVoice")} />;
  if (!studio.data.speech) return <Alert type="info" title={t("prompts.make.noSpeech")} />;
  const chosen = voice ?? voices[0]?.id ?? "";
  const text = prompt.texts[language] ?? "";
  const speak = () =>
    act(async () => {
      await speakPrompt(prompt.code, language, { text, voice: chosen, speed });
      invalidatePrompt(client, prompt.code);
    });
  return (
    <div className="prompt-form">
      <Field label={t("prompts.make.voice")}>
        {(ids) => (
          <Select
            {...ids}
            value={chosen}
            style={{ width: 200 }}
            options={voices.map(({ id }) => ({ value: id, label: id }))}
            onChange={setVoice}
          />
        )}
      </Field>
      <Field label={t("prompts.make.speed")}>
        {(ids) => (
          <InputNumber
            {...ids}
            min={0.7}
            max={1.3}
            step={0.05}
            value={speed}
            onChange={(value) => setSpeed(value ?? 1)}
          />
        )}
      </Field>
      <p className="prompt-buttons">
        <Button
          type="primary"
          loading={busy}
          disabled={text.trim() === ""}
          onClick={() => void speak()}
        >
          {t("prompts.make.speak")}
        </Button>
        {text.trim() === "" && <span className="lx-soft">{t("prompts.make.textFirst")}</span>}
      </p>
    </div>
  );
}

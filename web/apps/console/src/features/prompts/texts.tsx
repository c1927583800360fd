import type { PromptRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useEffect, useState } from "react";
import { useAct } from "../../shared/components/use-act";
import { changePrompt, invalidatePrompt, PROMPT_LANGUAGES, type PromptLanguage } from "./data";
import { HeardTag } from "./heard-tag";
import { PlayButton } from "./play-button";

/** The texts of all languages beside each other; one is chosen for what stands below. */
export function Texts({
  prompt,
  chosen,
  onChoose,
  mayEdit,
}: {
  prompt: PromptRead;
  chosen: PromptLanguage;
  onChoose: (language: PromptLanguage) => void;
  mayEdit: boolean;
}) {
  const { t } = useTranslation();
  return (
    <div className="prompt-texts" role="radiogroup" aria-label={t("prompts.languages")}>
      {PROMPT_LANGUAGES.map((language) => (
        <section
          key={language}
          className={language === chosen ? "prompt-text prompt-text-chosen" : "prompt-text"}
        >
          <header>
            <label>
              <input
                type="radio"
                name="prompt-language"
                checked={language === chosen}
                onChange={() => onChoose(language)}
              />
              <strong>{t(`prompts.language.${language}`)}</strong>
            </label>
            <PlayButton
              source={prompt.languages[language].url}
              label={t("prompts.playIn", { language: t(`prompts.language.${language}`) })}
            />
          </header>
          <HeardTag audio={prompt.languages[language]} />
          <TextOf prompt={prompt} language={language} mayEdit={mayEdit} />
        </section>
      ))}
    </div>
  );
}

function TextOf({
  prompt,
  language,
  mayEdit,
}: {
  prompt: PromptRead;
  language: PromptLanguage;
  mayEdit: boolean;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const known = prompt.texts[language] ?? "";
  const [text, setText] = useState(known);
  const [busy, act] = useAct();
  useEffect(() => setText(known), [known]);
  if (!mayEdit) return <p className="prose">{known || "—"}</p>;
  const save = () =>
    act(async () => {
      await changePrompt(prompt.code, { texts: { [language]: text } });
      invalidatePrompt(client, prompt.code);
    });
  const base = prompt.shipped_texts[language];
  return (
    <>
      <Input.TextArea
        aria-label={t("prompts.textIn", { language: t(`prompts.language.${language}`) })}
        value={text}
        autoSize={{ minRows: 3, maxRows: 8 }}
        maxLength={1000}
        onChange={(event) => setText(event.target.value)}
      />
      {text !== known && (
        <p className="prompt-buttons">
          <Button size="small" type="primary" loading={busy} onClick={() => void save()}>
            {t("prompts.saveText")}
          </Button>
          <Button size="small" onClick={() => setText(known)}>
            {t("common.cancel")}
          </Button>
        </p>
      )}
      {base !== null && base !== text && (
        <p className="small lx-faint">{t("prompts.shippedText", { text: base })}</p>
      )}
    </>
  );
}

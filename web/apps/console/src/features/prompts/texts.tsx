import type { PromptRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Button, Form, Input } from "antd";
import { ApiForm, type ApiFormState, FormItem, useApiForm } from "../../shared/form";
import { changePrompt, PROMPT_LANGUAGES, type PromptLanguage, promptKeys } from "./data";
import { HeardTag } from "./heard-tag";
import { PlayButton } from "./play-button";

/** What is written: the text of the one language. */
interface Change {
  texts: Partial<Record<PromptLanguage, string>>;
}

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
          {mayEdit ? (
            <TextForm prompt={prompt} language={language} />
          ) : (
            <p className="prose">{prompt.texts[language] || "—"}</p>
          )}
        </section>
      ))}
    </div>
  );
}

/** The text of one language; saved by itself, as its sound is. */
function TextForm({ prompt, language }: { prompt: PromptRead; language: PromptLanguage }) {
  const { t } = useTranslation();
  const path = ["texts", language];
  const known = prompt.texts[language];
  const shipped = prompt.shipped_texts[language];
  const state: ApiFormState<Change> = useApiForm<Change>({
    name: `prompt/${prompt.code}/${language}`,
    initial: { texts: { [language]: known } },
    version: prompt.version,
    write: (change, base) => {
      // Another language was saved meanwhile, maybe from here: this text is the one that was read.
      const same = state.initial.texts[language] === known;
      const version = same ? prompt.version : (base ?? prompt.version);
      return changePrompt(prompt.code, { ...change, version });
    },
    keys: promptKeys(prompt.code),
    onDone: () => state.focus(path), // the button that was pressed goes
  });
  const text = Form.useWatch(["texts", language], state.form) ?? known;
  return (
    <ApiForm state={state} buttons={false}>
      <FormItem name={path}>
        <Input.TextArea
          aria-label={t("prompts.textIn", { language: t(`prompts.language.${language}`) })}
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={1000}
        />
      </FormItem>
      {state.dirty && (
        <p className="prompt-buttons">
          <Button size="small" type="primary" htmlType="submit" loading={state.busy}>
            {t("prompts.saveText")}
          </Button>
          <Button size="small" onClick={state.discard}>
            {t("common.cancel")}
          </Button>
        </p>
      )}
      {shipped !== null && shipped !== text && (
        <p className="small lx-faint">{t("prompts.shippedText", { text: shipped })}</p>
      )}
    </ApiForm>
  );
}

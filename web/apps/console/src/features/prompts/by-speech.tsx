import { useTranslation, wordFor } from "@lianxin/i18n";
import { NumberField, Skeleton } from "@lianxin/ui";
import { Alert, Button, Select } from "antd";
import { ApiForm, FormItem, useApiForm } from "../../shared/form";
import { promptKeys, speakPrompt, usePromptStudio } from "./data";
import type { MakerProps } from "./maker-props";

/** The API has no longer a text spoken at once. */
const LONGEST_TEXT = 400;

/** Have the text of the language spoken by the engine, where there is one. */
export function BySpeech(props: MakerProps) {
  const { t } = useTranslation();
  const studio = usePromptStudio();
  if (studio.data === undefined) return <Skeleton rows={2} label={t("common.loading")} />;
  const known = studio.data.voices.filter(({ language }) => language === props.language);
  const voices = known.map(({ id }) => id);
  const [first] = voices;
  if (first === undefined) return <Alert type="info" title={t("prompts.make.noVoice")} />;
  if (!studio.data.speech) return <Alert type="info" title={t("prompts.make.noSpeech")} />;
  return <SpeechForm {...props} voices={voices} first={first} />;
}

function SpeechForm({
  prompt: { code, texts, version },
  language,
  voices,
  first,
}: MakerProps & { voices: readonly string[]; first: string }) {
  const { t } = useTranslation();
  const text = texts[language].trim();
  const state = useApiForm({
    name: `prompt/${code}/${language}/speech`,
    initial: { voice: first, speed: 1 },
    write: (how) => speakPrompt(code, language, { version, text, ...how }),
    keys: promptKeys(code),
    onDone: () => undefined,
  });
  const tooLong = text.length > LONGEST_TEXT;
  return (
    <ApiForm state={state} buttons={false}>
      <FormItem name="voice" label={t("prompts.make.voice")}>
        <Select
          style={{ width: 200 }}
          options={voices.map((id) => ({ value: id, label: wordFor("prompts.voice", id, id) }))}
        />
      </FormItem>
      <FormItem
        name="speed"
        label={t("prompts.make.speed")}
        normalize={(speed: number | null) => speed ?? 1}
      >
        <NumberField min={0.7} max={1.3} step={0.05} />
      </FormItem>
      <p className="prompt-buttons">
        <Button
          type="primary"
          htmlType="submit"
          loading={state.busy}
          disabled={text === "" || tooLong}
        >
          {t("prompts.make.speak")}
        </Button>
        {text === "" && <span className="lx-soft">{t("prompts.make.textFirst")}</span>}
        {tooLong && (
          <span className="lx-soft">{t("prompts.make.textLong", { most: LONGEST_TEXT })}</span>
        )}
      </p>
    </ApiForm>
  );
}

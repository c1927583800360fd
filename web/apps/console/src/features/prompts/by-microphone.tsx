import { useTranslation } from "@lianxin/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useAct } from "../../shared/components/use-act";
import { invalidatePrompt, uploadPrompt } from "./data";
import type { MakerProps } from "./maker-props";
import { seconds } from "./seconds";
import { useRecorder } from "./use-recorder";

/** Quieter than this nothing was said, louder it is distorted. */
const FAINT = 0.03;
const HARSH = 0.98;

/** Speak the text into this computer's microphone, listen, and say it again if need be. */
export function ByMicrophone({ prompt, language }: MakerProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { state, level, loudest, length, take, start, stop } = useRecorder();
  const [busy, act] = useAct();
  const text = prompt.texts[language] ?? "";
  if (state === "refused" || state === "missing") {
    return (
      <Alert
        type="error"
        title={t(`phone.microphone.${state}`)}
        action={<Button onClick={() => void start()}>{t("common.retry")}</Button>}
      />
    );
  }
  const save = () =>
    act(async () => {
      if (take === null) return;
      await uploadPrompt(prompt.code, language, { file: take.blob, source: "microphone", text });
      invalidatePrompt(client, prompt.code);
    });
  return (
    <div className="prompt-form">
      {text !== "" && <p className="prompt-read">{text}</p>}
      <div className="prompt-buttons">
        {state === "recording" ? (
          <Button type="primary" danger onClick={stop}>
            {t("prompts.make.stop")}
          </Button>
        ) : (
          <Button
            type={take === null ? "primary" : "default"}
            loading={state === "asking"}
            onClick={() => void start()}
          >
            {take === null ? t("prompts.make.record") : t("prompts.make.again")}
          </Button>
        )}
        <meter
          min={0}
          max={1}
          value={state === "recording" ? level : 0}
          aria-label={t("phone.microphone.level")}
        />
        <span className="lx-figure" role="timer">
          {seconds(length)}
        </span>
      </div>
      {take !== null && <Heard url={take.url} loudest={loudest} />}
      {take !== null && (
        <p className="prompt-buttons">
          <Button type="primary" loading={busy} onClick={() => void save()}>
            {t("prompts.make.keep")}
          </Button>
        </p>
      )}
    </div>
  );
}

/** What was recorded, to be listened to, and whether it was too quiet or too loud. */
function Heard({ url, loudest }: { url: string; loudest: number }) {
  const { t } = useTranslation();
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: the text stands above */}
      <audio controls src={url} />
      {loudest < FAINT && <p className="lx-tone-hold">{t("prompts.make.faint")}</p>}
      {loudest > HARSH && <p className="lx-tone-hold">{t("prompts.make.harsh")}</p>}
    </>
  );
}

import { useTranslation } from "@lianxin/i18n";
import { Alert, Button } from "antd";
import { useEffect, useRef } from "react";
import { useApiMutation } from "../../shared/data/use-mutation";
import { useDirtyMark } from "../../shared/form";
import { promptKeys, uploadPrompt } from "./data";
import type { MakerProps } from "./maker-props";
import { seconds } from "./seconds";
import { useRecorder } from "./use-recorder";

/** Quieter than this nothing was said, louder it is distorted. */
const FAINT = 0.03;
const HARSH = 0.98;

/** Speak the text into this computer's microphone, listen, and say it again if need be. */
export function ByMicrophone({ prompt, language }: MakerProps) {
  const { t } = useTranslation();
  const { state, level, loudest, length, take, start, stop, clear } = useRecorder();
  const record = useRef<HTMLButtonElement>(null);
  const saved = useRef(false);
  const text = prompt.texts[language];
  const { busy, problem, run } = useApiMutation({
    write: (file: Blob) =>
      uploadPrompt(prompt.code, language, { file, source: "microphone", text }),
    keys: promptKeys(prompt.code),
    tell: "form",
  });
  // The button that was pressed goes: the keyboard is wanted for the next recording.
  useEffect(() => {
    if (!saved.current || busy) return;
    saved.current = false;
    record.current?.focus();
  });
  useDirtyMark(state === "recording" || take !== null);
  if (state === "refused" || state === "missing") {
    return (
      <Alert
        type="error"
        title={t(`phone.microphone.${state}`)}
        action={<Button onClick={() => void start()}>{t("common.retry")}</Button>}
      />
    );
  }
  const save = async (file: Blob) => {
    if (!(await run(file))) return;
    clear(); // it is a version now: saved again it would be a second one
    saved.current = true;
  };
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
            ref={record}
            type={take === null ? "primary" : "default"}
            loading={state === "asking"}
            disabled={busy}
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
      {take !== null && (
        <>
          <Heard url={take.url} loudest={loudest} />
          <p className="prompt-buttons">
            <Button type="primary" loading={busy} onClick={() => void save(take.blob)}>
              {t("prompts.make.keep")}
            </Button>
          </p>
          {problem !== undefined && (
            <p className="lx-tone-failed" role="alert">
              {problem}
            </p>
          )}
        </>
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

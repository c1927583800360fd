import { useTranslation } from "@lianxin/i18n";
import { Upload } from "antd";
import { useState } from "react";
import { useApiMutation } from "../../shared/data/use-mutation";
import { promptKeys, uploadPrompt, usePromptStudio } from "./data";
import type { MakerProps } from "./maker-props";

const KINDS = ".wav,.mp3,.m4a,.aac,.ogg,.oga,.opus,.webm,.flac,.amr,.wma,.aiff,.aif";

/** Any common sound file: converted, trimmed and levelled by the server. */
export function ByUpload({ prompt, language }: MakerProps) {
  const { t } = useTranslation();
  const studio = usePromptStudio();
  const {
    busy,
    problem: refusal,
    run,
    reset,
  } = useApiMutation({
    write: (file: File) => {
      const text = prompt.texts[language];
      return uploadPrompt(prompt.code, language, { file, source: "upload", text });
    },
    keys: promptKeys(prompt.code),
    tell: "form",
  });
  const [tooLarge, setTooLarge] = useState<string>();
  const problem = tooLarge ?? refusal;
  const most = studio.data?.max_bytes ?? 20 * 1024 ** 2;
  const send = (file: File) => {
    reset();
    if (file.size > most) {
      const megabytes = most / 1024 ** 2;
      return setTooLarge(t("prompts.make.tooLarge", { name: file.name, megabytes }));
    }
    setTooLarge(undefined);
    void run(file);
  };
  return (
    <div className="prompt-form">
      <Upload.Dragger
        accept={KINDS}
        multiple={false}
        disabled={busy}
        showUploadList={false}
        beforeUpload={(file) => {
          send(file);
          return false;
        }}
      >
        <p>{busy ? t("prompts.make.uploading") : t("prompts.make.drop")}</p>
        <p className="small lx-faint">{t("prompts.make.kinds")}</p>
      </Upload.Dragger>
      {problem !== undefined && (
        <p className="lx-tone-failed" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

import { useTranslation } from "@lianxin/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { Upload } from "antd";
import { useState } from "react";
import { useAct } from "../../shared/components/use-act";
import { invalidatePrompt, uploadPrompt, usePromptStudio } from "./data";
import type { MakerProps } from "./maker-props";

const KINDS = ".wav,.mp3,.m4a,.aac,.ogg,.oga,.opus,.webm,.flac,.amr,.wma,.aiff,.aif";

/** Any common sound file: converted, trimmed and levelled by the server. */
export function ByUpload({ prompt, language }: MakerProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const studio = usePromptStudio();
  const [busy, act] = useAct();
  const [problem, setProblem] = useState<string>();
  const most = studio.data?.max_bytes ?? 20 * 1024 ** 2;
  const send = (file: File) => {
    if (file.size > most) {
      setProblem(t("prompts.make.tooLarge", { name: file.name, megabytes: most / 1024 ** 2 }));
      return;
    }
    setProblem(undefined);
    void act(async () => {
      const text = prompt.texts[language] ?? "";
      await uploadPrompt(prompt.code, language, { file, source: "upload", text });
      invalidatePrompt(client, prompt.code);
    });
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

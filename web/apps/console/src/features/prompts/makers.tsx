import { duration, useTranslation } from "@lianxin/i18n";
import { Choice } from "@lianxin/ui";
import { useState } from "react";
import { ByMicrophone } from "./by-microphone";
import { BySpeech } from "./by-speech";
import { ByTelephone } from "./by-telephone";
import { ByUpload } from "./by-upload";
import { usePromptStudio } from "./data";
import type { MakerProps } from "./maker-props";

const WAYS = ["speech", "upload", "microphone", "telephone"] as const;

/** The ways to a new version. None of them is heard before somebody says so. */
export function Makers(props: MakerProps) {
  const { t } = useTranslation();
  const [way, setWay] = useState<(typeof WAYS)[number]>("speech");
  const studio = usePromptStudio();
  return (
    <section className="prompt-makers" aria-label={t("prompts.make.title")}>
      <h3>{t("prompts.make.title")}</h3>
      <Choice
        label={t("prompts.make.way")}
        value={way}
        onChange={setWay}
        options={WAYS.map((value) => ({ value, label: t(`prompts.make.${value}`) }))}
      />
      {way === "speech" && <BySpeech {...props} />}
      {way === "upload" && <ByUpload {...props} />}
      {way === "microphone" && <ByMicrophone {...props} />}
      {way === "telephone" && <ByTelephone {...props} />}
      <p className="small lx-faint">
        {t("prompts.make.hint")}
        {studio.data !== undefined && ` ${roomWord(t, studio.data)}`}
      </p>
    </section>
  );
}

function roomWord(
  t: ReturnType<typeof useTranslation>["t"],
  { used, limit, max_seconds }: { used: number; limit: number | null; max_seconds: number },
): string {
  const megabytes = (bytes: number) => (bytes / 1024 ** 2).toFixed(1);
  const longest = duration(max_seconds * 1000);
  if (limit === null) return t("prompts.make.room", { used: megabytes(used), longest });
  const values = { used: megabytes(used), limit: megabytes(limit), longest };
  return t("prompts.make.roomOf", values);
}

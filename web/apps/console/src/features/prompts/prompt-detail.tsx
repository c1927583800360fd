import type { PromptRead } from "@lianxin/api";
import { listOf, pairOf, useTranslation } from "@lianxin/i18n";
import { Skeleton } from "@lianxin/ui";
import { App, Button, Popconfirm } from "antd";
import { useState } from "react";
import { LoadFailure } from "../../shared/components/load-failure";
import { useApiMutation } from "../../shared/data/use-mutation";
import { useSession } from "../../shared/session";
import { type PromptLanguage, promptKeys, removePrompt, usePrompt } from "./data";
import { Makers } from "./makers";
import { Texts } from "./texts";
import { Versions } from "./versions";

/** One prompt: its texts beside each other, and the sounds of the chosen language. */
export function PromptDetailView({ code, onRemoved }: { code: string; onRemoved: () => void }) {
  const { t } = useTranslation();
  const prompt = usePrompt(code);
  if (prompt.isPending) return <Skeleton rows={8} label={t("common.loading")} />;
  if (prompt.data === undefined) {
    return <LoadFailure error={prompt.error} onRetry={() => void prompt.refetch()} />;
  }
  return <Detail prompt={prompt.data} onRemoved={onRemoved} />;
}

function Detail({ prompt, onRemoved }: { prompt: PromptRead; onRemoved: () => void }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const [language, setLanguage] = useState<PromptLanguage>("zh");
  const mayEdit = roles.some((role) => role === "flow_editor" || role === "administrator");
  return (
    <div className="detail prompt-detail">
      <p className="facts-head">
        <strong>{prompt.name}</strong>
        {mayEdit && prompt.own && <RemoveButton prompt={prompt} onRemoved={onRemoved} />}
      </p>
      <Uses prompt={prompt} />
      <Texts prompt={prompt} chosen={language} onChoose={setLanguage} mayEdit={mayEdit} />
      <h3>{t("prompts.versionsOf", { language: t(`prompts.language.${language}`) })}</h3>
      <Versions key={language} prompt={prompt} language={language} mayEdit={mayEdit} />
      {mayEdit && <Makers key={`make-${language}`} prompt={prompt} language={language} />}
    </div>
  );
}

function Uses({ prompt }: { prompt: PromptRead }) {
  const { t } = useTranslation();
  if (prompt.used_by.length === 0) return <p className="lx-soft">{t("prompts.unused")}</p>;
  const names = prompt.used_by.map(({ name, state }) =>
    state === "draft" ? t("prompts.inDraft", { name }) : name,
  );
  return <p className="lx-soft">{pairOf(t("prompts.field.used"), listOf(names))}</p>;
}

function RemoveButton({ prompt, onRemoved }: { prompt: PromptRead; onRemoved: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const word = prompt.shipped ? t("prompts.giveUp") : t("prompts.remove");
  const { busy, run } = useApiMutation({
    write: () => removePrompt(prompt.code),
    // What nobody shipped is gone: it is not read again.
    keys: prompt.shipped ? promptKeys(prompt.code) : [["prompts"], ["prompt-studio"]],
  });
  const remove = async () => {
    if (!(await run())) return;
    void message.success(t("prompts.removed"));
    if (!prompt.shipped) onRemoved();
  };
  return (
    <Popconfirm
      title={
        prompt.shipped
          ? t("prompts.giveUpAsk", { code: prompt.code })
          : t("prompts.removeAsk", { code: prompt.code })
      }
      okText={word}
      cancelText={t("common.cancel")}
      onConfirm={() => void remove()}
    >
      <Button size="small" danger loading={busy}>
        {word}
      </Button>
    </Popconfirm>
  );
}

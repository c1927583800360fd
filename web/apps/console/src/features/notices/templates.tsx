import { useTranslation } from "@lianxin/i18n";
import { Skeleton } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { LineField } from "../../shared/components/line-field";
import { useAct } from "../../shared/components/use-act";
import { hasRole, useSession } from "../../shared/session";
import { type Template, useTemplates, writeTemplate } from "./data";

/** The words of notices, by language. */
export function Templates() {
  const { t } = useTranslation();
  const { data } = useTemplates();
  if (data === undefined) return <Skeleton rows={6} label={t("common.loading")} />;
  return (
    <div className="form-stack notices-sheet">
      <p className="lx-soft">{t("notices.templateHint")}</p>
      {data.map((template) => (
        <OneTemplate key={`${template.code} ${template.version}`} template={template} />
      ))}
    </div>
  );
}

function OneTemplate({ template }: { template: Template }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const may = hasRole(useSession(), "administrator", "flow_editor");
  const [busy, act] = useAct();
  const [texts, setTexts] = useState(template.texts);
  const { code, name, version } = template;
  const save = async () => {
    if (!(await act(() => writeTemplate(code, { version, name, texts })))) return;
    await client.invalidateQueries({ queryKey: ["notices"] });
    void message.success(t("notices.saved"));
  };
  return (
    <section className="form-group">
      <header>
        <h3>
          {name} <span className="lx-faint lx-figure">{code}</span>
        </h3>
        {may && (
          <Button size="small" loading={busy} onClick={() => void save()}>
            {t("common.save")}
          </Button>
        )}
      </header>
      {(["zh", "en"] as const).map((language) => (
        <LineField
          key={language}
          label={t(`prompts.language.${language}`)}
          value={texts[language] ?? ""}
          rows={2}
          most={1000}
          disabled={!may}
          onChange={(text) => setTexts({ ...texts, [language]: text })}
        />
      ))}
    </section>
  );
}

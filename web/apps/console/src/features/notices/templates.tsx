import { useTranslation } from "@lianxin/i18n";
import { Code, Skeleton } from "@lianxin/ui";
import { App, Button, Input } from "antd";
import { LoadFailure } from "../../shared/components/load-failure";
import { ApiForm, FormItem, useApiForm } from "../../shared/form";
import { hasRole, useSession } from "../../shared/session";
import { type Template, useTemplates, writeTemplate } from "./data";
import { templateWord } from "./template-word";

/** The words of notices, by language. */
export function Templates() {
  const { t } = useTranslation();
  const { data, error, refetch } = useTemplates();
  if (error !== null && data === undefined) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) return <Skeleton rows={6} label={t("common.loading")} />;
  return (
    <div className="form-stack notices-form">
      <p className="lx-soft">{t("notices.templateHint")}</p>
      {data.map((template) => (
        <OneTemplate key={template.code} template={template} />
      ))}
    </div>
  );
}

function OneTemplate({ template }: { template: Template }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const may = hasRole(useSession(), "administrator", "flow_editor");
  const { code, name, version } = template;
  const names = template.placeholders.map((each) => `{${each}}`).join(" ");
  const state = useApiForm({
    name: `template/${code}`,
    initial: { texts: template.texts },
    version,
    write: ({ texts }, base) => writeTemplate(code, { version: base ?? version, name, texts }),
    keys: [["notices"]],
    onDone: () => void message.success(t("notices.saved")),
  });
  return (
    <ApiForm state={state} className="form-group" buttons={false}>
      <header>
        <h2>
          {templateWord(template)} <Code>{code}</Code>
        </h2>
        {may && (
          <Button size="small" htmlType="submit" loading={state.busy}>
            {t("common.save")}
          </Button>
        )}
      </header>
      {(["zh", "en"] as const).map((language) => (
        <FormItem
          key={language}
          name={["texts", language]}
          label={t(`prompts.language.${language}`)}
          hint={t("notices.placeholders", { names })}
        >
          <Input.TextArea rows={2} maxLength={1000} disabled={!may} />
        </FormItem>
      ))}
    </ApiForm>
  );
}

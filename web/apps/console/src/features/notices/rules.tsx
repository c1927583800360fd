import { useTranslation } from "@lianxin/i18n";
import { Empty, Skeleton } from "@lianxin/ui";
import { App, Button, Checkbox, Select } from "antd";
import { LoadFailure } from "../../shared/components/load-failure";
import { ApiForm, FormItem, useApiForm } from "../../shared/form";
import { hasRole, useSession } from "../../shared/session";
import { type Rule, setRule, type Template, useRules, useTemplates } from "./data";
import { templateWord } from "./template-word";

/** 按事件: what is sent of which event of a case, with which words, over which way. */
export function Rules() {
  const { t } = useTranslation();
  const rules = useRules();
  const templates = useTemplates();
  const error = rules.error ?? templates.error;
  if (error !== null) {
    const retry = () => void Promise.all([rules.refetch(), templates.refetch()]);
    return <LoadFailure error={error} onRetry={retry} />;
  }
  if (rules.data === undefined || templates.data === undefined) {
    return <Skeleton rows={6} label={t("common.loading")} />;
  }
  if (rules.data.length === 0) {
    return <Empty title={t("notices.noRules")} hint={t("notices.noRulesHint")} />;
  }
  return (
    <div className="form-stack notices-form">
      <p className="lx-soft">{t("notices.rulesHint")}</p>
      {rules.data.map((rule) => (
        <OneRule key={`${rule.event} ${rule.way}`} rule={rule} templates={templates.data} />
      ))}
    </div>
  );
}

function OneRule({ rule, templates }: { rule: Rule; templates: readonly Template[] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const may = hasRole(useSession(), "administrator");
  const { event, way, on, template, version } = rule;
  const word = t(`notices.event.${event}`);
  const state = useApiForm({
    name: `rule/${event}/${way}`,
    initial: { on, template },
    version,
    write: (fields, base) => setRule(event, way, { ...fields, version: base ?? version }),
    keys: [["notices"]],
    onDone: () => void message.success(t("notices.saved")),
  });
  const names = rule.given.map((each) => `{${each}}`).join(" ");
  return (
    <ApiForm state={state} className="form-group" label={word} buttons={false}>
      <header>
        <h2>
          {word} <span className="lx-faint">{t(`notices.way.${way}`)}</span>
        </h2>
        {may && (
          <Button size="small" htmlType="submit" loading={state.busy}>
            {t("common.save")}
          </Button>
        )}
      </header>
      <FormItem name="on" valuePropName="checked">
        <Checkbox disabled={!may}>{t("notices.field.on")}</Checkbox>
      </FormItem>
      <FormItem
        name="template"
        label={t("notices.field.template")}
        hint={t("notices.placeholders", { names })}
      >
        <Select
          disabled={!may}
          options={templates.map((each) => ({ value: each.code, label: templateWord(each) }))}
        />
      </FormItem>
    </ApiForm>
  );
}

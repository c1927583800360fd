import { useTranslation } from "@lianxin/i18n";
import { Choice } from "@lianxin/ui";
import { Input, Select } from "antd";
import { DateField, useDayRules } from "../../shared/components/date-field";
import { ApiForm, FormItem, NULL_AS_EMPTY, useApiForm } from "../../shared/form";
import {
  type KnowledgeCreate,
  type KnowledgeEntry,
  type KnowledgeNode,
  saveEntry,
  valuesOf,
} from "./data";

export const LANGUAGES = ["zh", "en", "yue"] as const;
const STATES = ["draft", "published"] as const;

type Values = Required<KnowledgeCreate>;

function newEntry(parent: string | null, order: number): Values {
  return {
    code: "",
    parent,
    order,
    titles: {},
    bodies: {},
    title_prompt: "",
    body_prompt: "",
    state: "draft",
    effective_from: null,
    effective_to: null,
  };
}

/** The name of the form that makes an entry, or changes this one. */
export const entryForm = (code = "+") => `knowledge/${code}`;

/** Make or change an entry. */
export function EntryForm({
  known,
  parent,
  nodes,
  onDone,
  onCancel,
}: {
  known: KnowledgeEntry | null;
  parent: string | null;
  nodes: readonly KnowledgeNode[];
  onDone: (code: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const dayRules = useDayRules();
  const state = useApiForm<Values>({
    name: entryForm(known?.code),
    initial:
      known === null
        ? newEntry(parent, nodes.filter((node) => node.parent === parent).length + 1)
        : valuesOf(known),
    version: known?.version ?? null,
    write: saveEntry,
    keys: [["knowledge"]],
    onDone: ({ code }) => onDone(code),
  });
  return (
    <ApiForm state={state} className="knowledge-entry" onCancel={onCancel}>
      <div className="form-pair">
        <FormItem name="code" label={t("knowledge.field.code")} required>
          <Input
            maxLength={64}
            disabled={known !== null}
            placeholder="guide-passport"
            translate="no"
          />
        </FormItem>
        <FormItem name="parent" label={t("knowledge.field.parent")} {...NULL_AS_EMPTY}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            options={[
              { value: "", label: t("knowledge.top") },
              ...nodes
                .filter(({ code }) => code !== known?.code)
                .map(({ code, title }) => ({ value: code, label: title })),
            ]}
          />
        </FormItem>
        <FormItem
          name="order"
          label={t("knowledge.field.order")}
          normalize={(order: string) => Number.parseInt(order, 10) || 0}
        >
          <Input maxLength={6} />
        </FormItem>
      </div>
      {LANGUAGES.map((language) => (
        <Words key={language} language={language} />
      ))}
      <div className="form-pair">
        {(["title_prompt", "body_prompt"] as const).map((name) => (
          <FormItem key={name} name={name} label={t(`knowledge.field.${name}`)}>
            <Input maxLength={64} />
          </FormItem>
        ))}
        {(["effective_from", "effective_to"] as const).map((name) => (
          <FormItem
            key={name}
            name={name}
            label={t(`knowledge.field.${name}`)}
            rules={dayRules}
            {...NULL_AS_EMPTY}
          >
            <DateField />
          </FormItem>
        ))}
      </div>
      <FormItem name="state">
        <Choice
          label={t("knowledge.state.title")}
          options={STATES.map((value) => ({ value, label: t(`knowledge.state.${value}`) }))}
        />
      </FormItem>
    </ApiForm>
  );
}

/** Title and text in one language. */
function Words({ language }: { language: (typeof LANGUAGES)[number] }) {
  const { t } = useTranslation();
  const tongue = t(`prompts.language.${language}`);
  return (
    <section className="form-group">
      <FormItem
        name={["titles", language]}
        label={`${t("knowledge.field.title")} · ${tongue}`}
        required={language === "zh"}
      >
        <Input maxLength={120} />
      </FormItem>
      <FormItem name={["bodies", language]} label={`${t("knowledge.field.body")} · ${tongue}`}>
        <Input.TextArea rows={language === "zh" ? 6 : 3} maxLength={8000} />
      </FormItem>
    </section>
  );
}

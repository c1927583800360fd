import { useTranslation } from "@lianxin/i18n";
import { Choice, Field } from "@lianxin/ui";
import { Alert, Button, Select } from "antd";
import { useState } from "react";
import { DateField } from "../../shared/components/date-field";
import { LineField } from "../../shared/components/line-field";
import { useApiMutation } from "../../shared/data/use-mutation";
import {
  type KnowledgeEntry,
  type KnowledgeNode,
  type KnowledgeSheet,
  saveEntry,
  sheetOf,
} from "./data";

export const LANGUAGES = ["zh", "en", "yue"] as const;
const STATES = ["draft", "published"] as const;

type Sheet = Required<KnowledgeSheet>;

function newSheet(parent: string | null, order: number): Sheet {
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
  const [sheet, setSheet] = useState<Sheet>(() =>
    known === null
      ? newSheet(parent, nodes.filter((node) => node.parent === parent).length + 1)
      : sheetOf(known),
  );
  const { busy, problem, fields, run } = useApiMutation({
    write: () => saveEntry(sheet, known?.version ?? null),
    keys: [["knowledge"]],
    tell: "form",
  });
  const set = (change: Partial<Sheet>) => setSheet({ ...sheet, ...change });
  const save = async () => {
    if (await run()) onDone(sheet.code);
  };
  return (
    <div className="form-stack knowledge-entry">
      {problem !== undefined && <Alert type="error" role="alert" showIcon title={problem} />}
      <div className="form-pair">
        <LineField
          label={t("knowledge.field.code")}
          value={sheet.code}
          error={fields.code}
          onChange={(code) => set({ code })}
          most={64}
          required
          disabled={known !== null}
          placeholder="guide-passport"
        />
        <Field label={t("knowledge.field.parent")}>
          {(ids) => (
            <Select
              {...ids}
              showSearch
              optionFilterProp="label"
              value={sheet.parent ?? ""}
              options={[
                { value: "", label: t("knowledge.top") },
                ...nodes
                  .filter(({ code }) => code !== known?.code)
                  .map(({ code, title }) => ({ value: code, label: title })),
              ]}
              onChange={(next) => set({ parent: next === "" ? null : next })}
            />
          )}
        </Field>
        <LineField
          label={t("knowledge.field.order")}
          value={String(sheet.order)}
          error={fields.order}
          onChange={(order) => set({ order: Number.parseInt(order, 10) || 0 })}
          most={6}
        />
      </div>
      {LANGUAGES.map((language) => (
        <section className="form-group" key={language}>
          <LineField
            label={`${t("knowledge.field.title")} · ${t(`prompts.language.${language}`)}`}
            value={sheet.titles[language] ?? ""}
            onChange={(text) => set({ titles: { ...sheet.titles, [language]: text } })}
            most={120}
            required={language === "zh"}
          />
          <LineField
            label={`${t("knowledge.field.body")} · ${t(`prompts.language.${language}`)}`}
            value={sheet.bodies[language] ?? ""}
            onChange={(text) => set({ bodies: { ...sheet.bodies, [language]: text } })}
            rows={language === "zh" ? 6 : 3}
            most={8000}
          />
        </section>
      ))}
      <div className="form-pair">
        <LineField
          label={t("knowledge.field.title_prompt")}
          value={sheet.title_prompt}
          onChange={(title_prompt) => set({ title_prompt })}
          most={64}
        />
        <LineField
          label={t("knowledge.field.body_prompt")}
          value={sheet.body_prompt}
          onChange={(body_prompt) => set({ body_prompt })}
          most={64}
        />
        {(["effective_from", "effective_to"] as const).map((name) => (
          <Field key={name} label={t(`knowledge.field.${name}`)}>
            {(ids) => (
              <DateField
                {...ids}
                value={sheet[name] ?? ""}
                onChange={(day) => set({ [name]: day || null })}
              />
            )}
          </Field>
        ))}
      </div>
      <Choice
        label={t("knowledge.state.title")}
        value={sheet.state}
        options={STATES.map((value) => ({ value, label: t(`knowledge.state.${value}`) }))}
        onChange={(state) => set({ state })}
      />
      <p className="detail-buttons">
        <Button type="primary" loading={busy} onClick={() => void save()}>
          {t("common.save")}
        </Button>
        <Button onClick={onCancel}>{t("common.cancel")}</Button>
      </p>
    </div>
  );
}

import { clock, useTranslation } from "@lianxin/i18n";
import { Choice, Field, Lamp } from "@lianxin/ui";
import { Alert, Button, Input } from "antd";
import { useState } from "react";
import { CASE_TYPES, SECRECIES, URGENCIES } from "../cases/values";
import { useSession } from "../session/session";
import { useKeys } from "../shell/keys";
import { useDeskState, useDraftDesk } from "./draft-desk";
import { type Draft, type DraftFields, type DraftProblem, isBlank, problems } from "./drafts";
import { useSubmit } from "./use-submit";

/** The sheet that is being written. */
export function DraftForm({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const desk = useDraftDesk();
  const [tried, setTried] = useState(false);
  const { submit, busy, problem } = useSubmit(draft);
  const found = problems(draft.fields);
  const errorOf = (name: DraftProblem) =>
    found.includes(name) && (tried || name === "phone") ? t(`desk.missing.${name}`) : undefined;
  const change = (fields: Partial<DraftFields>) => desk.change(draft.id, fields);
  const attempt = () => {
    setTried(true);
    if (found.length === 0) void submit();
  };
  useKeys([
    { combo: "Ctrl+S", label: t("shell.key.saveDraft"), run: () => desk.save() },
    { combo: "Ctrl+Enter", label: t("shell.key.submit"), run: attempt },
  ]);

  return (
    <form
      className="draft"
      aria-label={t("desk.draft")}
      onSubmit={(event) => {
        event.preventDefault();
        attempt();
      }}
    >
      <div className="draft-fields">
        <NatureFields fields={draft.fields} change={change} error={errorOf("type")} />
        <TextFields fields={draft.fields} change={change} errorOf={errorOf} />
      </div>
      <footer className="draft-foot">
        <SavedWords draft={draft} />
        {problem !== null && <Alert type="error" title={problem} role="alert" showIcon />}
        {tried && found.length > 0 && (
          <span className="lx-tone-failed" role="alert">
            {t("desk.notSubmitted", { count: found.length })}
          </span>
        )}
        <span className="draft-buttons">
          <Button onClick={() => desk.save()}>
            {t("desk.save")} <kbd>Ctrl S</kbd>
          </Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {busy ? t("desk.submitting") : t("desk.submit")} <kbd>Ctrl ↵</kbd>
          </Button>
        </span>
      </footer>
    </form>
  );
}

interface Part {
  fields: DraftFields;
  change: (fields: Partial<DraftFields>) => void;
}

function NatureFields({ fields, change, error }: Part & { error: string | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t("cases.type.title")} required error={error}>
        {() => (
          <Choice
            label={t("cases.type.title")}
            value={fields.type}
            invalid={error !== undefined}
            onChange={(type) => change({ type })}
            options={CASE_TYPES.map((value) => ({ value, label: t(`cases.type.${value}`) }))}
          />
        )}
      </Field>
      <div className="draft-pair">
        <Field label={t("cases.urgency.title")}>
          {() => (
            <Choice
              label={t("cases.urgency.title")}
              value={fields.urgency}
              onChange={(urgency) => change({ urgency })}
              options={URGENCIES.map((value) => ({ value, label: t(`cases.urgency.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t("cases.secrecy.title")}>
          {() => (
            <Choice
              label={t("cases.secrecy.title")}
              value={fields.secrecy}
              onChange={(secrecy) => change({ secrecy })}
              options={SECRECIES.map((value) => ({ value, label: t(`cases.secrecy.${value}`) }))}
            />
          )}
        </Field>
      </div>
    </>
  );
}

function TextFields({
  fields,
  change,
  errorOf,
}: Part & { errorOf: (name: DraftProblem) => string | undefined }) {
  const { t } = useTranslation();
  const status = (name: DraftProblem) => (errorOf(name) === undefined ? "" : "error");
  return (
    <>
      <Field label={t("cases.field.title")} required error={errorOf("title")}>
        {(ids) => (
          <Input
            {...ids}
            value={fields.title}
            status={status("title")}
            maxLength={200}
            placeholder={t("desk.titlePlaceholder")}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("cases.field.content")} required error={errorOf("content")}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            className="draft-content"
            value={fields.content}
            status={status("content")}
            maxLength={20000}
            placeholder={t("desk.contentPlaceholder")}
            onChange={(event) => change({ content: event.target.value })}
          />
        )}
      </Field>
      <div className="draft-pair">
        <Field label={t("cases.field.citizen_name")}>
          {(ids) => (
            <Input
              {...ids}
              value={fields.citizen_name}
              maxLength={64}
              placeholder={t("desk.namePlaceholder")}
              onChange={(event) => change({ citizen_name: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("cases.field.phone")} error={errorOf("phone")}>
          {(ids) => (
            <Input
              {...ids}
              value={fields.phone}
              status={status("phone")}
              maxLength={32}
              inputMode="tel"
              placeholder={t("desk.phonePlaceholder")}
              onChange={(event) => change({ phone: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={t("cases.field.address")}>
        {(ids) => (
          <Input
            {...ids}
            value={fields.address}
            maxLength={200}
            placeholder={t("desk.addressPlaceholder")}
            onChange={(event) => change({ address: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

function SavedWords({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const { zone } = useSession();
  const { saved } = useDeskState();
  if (!saved) {
    return (
      <span className="lx-tone-failed" role="alert">
        <Lamp tone="failed" shape="cross" /> {t("desk.notSaved")}
      </span>
    );
  }
  if (isBlank(draft)) return null;
  return (
    <span className="lx-faint lx-figure">
      {t("desk.saved", { time: clock(draft.savedAt, zone) })}
    </span>
  );
}

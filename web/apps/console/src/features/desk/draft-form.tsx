import { clock, useTranslation } from "@lianxin/i18n";
import { Lamp } from "@lianxin/ui";
import { Button } from "antd";
import { useEffect, useState } from "react";
import { ApiForm, useKeptForm } from "../../shared/form";
import { useKeys } from "../../shared/keys";
import { useSession } from "../../shared/session";
import { CaseFieldset, type DraftFields } from "../cases";
import { useDeskState, useDraftDesk } from "./draft-desk";
import { type Draft, isBlank, problems } from "./drafts";
import { FiledNote } from "./filed-elsewhere";
import { useSubmit } from "./use-submit";

const REQUIRED = {
  type: "desk.missing.type",
  title: "desk.missing.title",
  content: "desk.missing.content",
} as const;

/** The case that is being written. The desk keeps what is typed, and knows of each try to file it. */
export function DraftForm({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const desk = useDraftDesk();
  const submit = useSubmit();
  const { filing, refusals } = useDeskState();
  const [tried, setTried] = useState(false);
  const busy = filing.includes(draft.id);
  const state = useKeptForm<DraftFields>({
    values: draft.fields,
    onChange: (fields) => desk.change(draft.id, fields),
    send: () => submit(draft.id),
    busy,
    refusal: refusals[draft.id] ?? null,
  });
  useKeyboardOnCall(draft.id, state.focus);
  useKeys([
    { combo: "Ctrl+S", label: t("shell.key.saveDraft"), run: () => desk.save() },
    { combo: "Ctrl+Enter", label: t("shell.key.submit"), run: () => state.form.submit() },
  ]);
  const found = problems(draft.fields);

  return (
    <ApiForm
      state={state}
      className="draft"
      label={t("desk.draft")}
      buttons={false}
      onMissing={() => setTried(true)}
    >
      {draft.filed !== undefined && <FiledNote filed={draft.filed} />}
      <div className="draft-fields">
        <CaseFieldset required={REQUIRED} locked={busy} live={tried} />
      </div>
      <footer className="draft-foot">
        <SavedAt draft={draft} />
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
    </ApiForm>
  );
}

/** A call that was answered: what is typed next stands in its draft, wherever the hands were. */
function useKeyboardOnCall(id: string, focus: (path: string[]) => void): void {
  const desk = useDraftDesk();
  const { active } = useDeskState();
  useEffect(() => {
    if (active !== id || !desk.takesKeyboard(id)) return;
    const at = document.activeElement;
    const written = at instanceof HTMLElement && at.closest("form.draft") !== null;
    if (!written) focus(["title"]);
  });
}

/** When it was kept last, or that it could not be. */
function SavedAt({ draft }: { draft: Draft }) {
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

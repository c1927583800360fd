import { clock, useTranslation } from "@lianxin/i18n";
import { Lamp } from "@lianxin/ui";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useKeys } from "../../shared/keys";
import { useSession } from "../../shared/session";
import { type ErrorOf, SheetFieldset } from "../cases";
import { useDeskState, useDraftDesk } from "./draft-desk";
import { type Draft, isBlank, problems } from "./drafts";
import { useSubmit } from "./use-submit";

/** The sheet that is being written. */
export function DraftForm({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const desk = useDraftDesk();
  const [tried, setTried] = useState(false);
  const { submit, busy, problem } = useSubmit(draft);
  const found = problems(draft.fields);
  const errorOf: ErrorOf = (name) => {
    const wrong = found.find((problem) => problem === name);
    return wrong && (tried || wrong === "phone") ? t(`desk.missing.${wrong}`) : undefined;
  };
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
        <SheetFieldset
          fields={draft.fields}
          onChange={(fields) => desk.change(draft.id, fields)}
          errorOf={errorOf}
          locked={busy}
        />
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

import { useTranslation } from "@lianxin/i18n";
import { App, Button } from "antd";
import { ApiForm, changedFields, useKeptForm } from "../../shared/form";
import { useKeys } from "../../shared/keys";
import { CaseFieldset } from "./case-fieldset";
import { ConflictDialog } from "./conflict-dialog";
import type { CaseEdit } from "./fields";
import type { useCaseEdit } from "./use-case-edit";

const REQUIRED = { title: "desk.missing.title" } as const;

/** The fields of case `number` that may be changed, as somebody is changing them. */
export function CaseForm({
  number,
  edit,
  editing,
}: {
  number: string;
  edit: CaseEdit;
  editing: ReturnType<typeof useCaseEdit>;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { conflict, refusal, busy, change, discard, save, saveMerged, postpone } = editing;
  const announce = (saved: boolean) => {
    if (saved) void message.success(t("cases.saved", { number }));
  };
  const state = useKeptForm({
    values: edit.mine,
    onChange: change,
    send: async () => announce(await save()),
    busy,
    refusal,
  });
  const submit = () => state.form.submit();
  useKeys([
    { combo: "Ctrl+Enter", label: t("common.save"), run: submit },
    { combo: "Ctrl+S", label: t("common.save"), run: submit },
  ]);
  const dirty = changedFields(edit.base, edit.mine).length > 0;
  return (
    <>
      <ApiForm state={state} className="case-form" buttons={false}>
        <CaseFieldset required={REQUIRED} locked={busy} />
        <p className="detail-buttons detail-sticky">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t("common.save")} <kbd>Ctrl ↵</kbd>
          </Button>
          <Button disabled={busy} onClick={discard}>
            {dirty ? t("cases.discard") : t("common.cancel")}
          </Button>
          {dirty && <span className="lx-tone-hold">{t("cases.unsaved")}</span>}
        </p>
      </ApiForm>
      {conflict !== null && (
        <ConflictDialog
          edit={edit}
          conflict={conflict}
          busy={busy}
          onSave={async (merged) => announce(await saveMerged(merged))}
          onCancel={postpone}
        />
      )}
    </>
  );
}

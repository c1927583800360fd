import { type Translate, useTranslation } from "@lianxin/i18n";
import { conflicts, ConflictDialog as FieldsDialog, merge } from "../../shared/form";
import { type CaseEdit, type CaseFields, fieldsOf } from "./fields";
import type { Conflict } from "./use-case-edit";

/** A field's value as people read it. */
function textOf(t: Translate, field: keyof CaseFields, value: string): string {
  if (field === "type") return t(`cases.type.${value as CaseFields["type"]}`);
  if (field === "urgency") return t(`cases.urgency.${value as CaseFields["urgency"]}`);
  if (field === "secrecy") return t(`cases.secrecy.${value as CaseFields["secrecy"]}`);
  return value;
}

function nameOf(t: Translate, field: keyof CaseFields): string {
  if (field === "type" || field === "urgency" || field === "secrecy") {
    return t(`cases.${field}.title`);
  }
  return t(`cases.field.${field}`);
}

/** Both versions of a case, field by field: see `shared/form`. */
export function ConflictDialog({
  edit,
  conflict,
  busy,
  onSave,
  onCancel,
}: {
  edit: CaseEdit;
  conflict: Conflict;
  busy: boolean;
  onSave: (merged: CaseFields) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const three = { base: edit.base, mine: edit.mine, theirs: fieldsOf(conflict.theirs) };
  return (
    <FieldsDialog
      title={t("cases.conflict.title")}
      by={conflict.by}
      disputes={conflicts(three).map((field) => ({
        field,
        name: nameOf(t, field),
        mine: textOf(t, field, three.mine[field]),
        theirs: textOf(t, field, three.theirs[field]),
        copy: three.mine[field],
      }))}
      busy={busy}
      onSave={(chosen) => onSave(merge(three, chosen))}
      onCancel={onCancel}
    />
  );
}

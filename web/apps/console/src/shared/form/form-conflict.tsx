import { type Translate, useTranslation } from "@lianxin/i18n";
import { ConflictDialog } from "./conflict-dialog";
import type { FieldsOfForm, FieldWords } from "./field-words";
import type { ApiFormState } from "./use-api-form";

/** What a value is called by the control that it stands in; a list of rows is a line each. */
function textOf(t: Translate, value: unknown, words: FieldWords | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return t(value ? "common.form.yes" : "common.form.no");
  const option = words?.options?.find((each) => each.value === value);
  if (option !== undefined) return String(option.label);
  if (Array.isArray(value)) {
    const rows = value.map((each) => textOf(t, each, words));
    const deep = value.some((each) => typeof each === "object");
    return rows.join(deep ? "\n" : t("common.form.comma"));
  }
  if (typeof value === "object") {
    const parts = Object.values(value).map((each) => textOf(t, each, undefined));
    return parts.filter((part) => part !== "").join(" · ");
  }
  return String(value);
}

/** Somebody saved what this form is about: theirs beside mine, then it is saved over theirs. */
export function FormConflict<Values extends object>({
  state,
  fields,
  lists,
}: {
  state: ApiFormState<Values>;
  fields: FieldsOfForm;
  lists: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation();
  const { conflict } = state;
  if (conflict === null) return null;
  const disputes = conflict.disputes.map(({ field, mine, theirs }) => {
    const words = fields.get(field);
    const name = words?.name ?? lists[field] ?? field;
    return { field, name, mine: textOf(t, mine, words), theirs: textOf(t, theirs, words) };
  });
  return (
    <ConflictDialog
      title={t("common.form.conflict.title")}
      by={conflict.by}
      disputes={disputes}
      busy={state.busy}
      onSave={conflict.settle}
      onCancel={conflict.postpone}
    />
  );
}

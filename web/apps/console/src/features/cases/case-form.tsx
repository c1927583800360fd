import { useTranslation } from "@lianxin/i18n";
import type { CaseFields } from "./fields";
import { SheetFieldset } from "./sheet-fields";

/** The fields of a case that may be changed. */
export function CaseForm({
  fields,
  onChange,
  locked,
}: {
  fields: CaseFields;
  onChange: (fields: Partial<CaseFields>) => void;
  locked: boolean;
}) {
  const { t } = useTranslation();
  const unnamed = fields.title.trim() === "";
  return (
    <div className="case-form">
      <SheetFieldset
        fields={fields}
        onChange={onChange}
        locked={locked}
        errorOf={(name) => (name === "title" && unnamed ? t("desk.missing.title") : undefined)}
      />
    </div>
  );
}

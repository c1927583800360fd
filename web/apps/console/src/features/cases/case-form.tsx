import type { CaseDetail } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import type { CaseFields } from "./fields";
import { OneOf, SheetFieldset } from "./sheet-fields";
import { NEXT_STATES } from "./values";

/** The fields of a case that may be changed, and the states that one step leads to. */
export function CaseForm({
  from,
  fields,
  onChange,
}: {
  /** The state that the case has now. */
  from: CaseDetail["state"];
  fields: CaseFields;
  onChange: (fields: Partial<CaseFields>) => void;
}) {
  const { t } = useTranslation();
  const unnamed = fields.title.trim() === "";
  return (
    <div className="case-form">
      <OneOf
        title={t("cases.state.title")}
        value={fields.state}
        onChange={(state) => onChange({ state })}
        options={[from, ...NEXT_STATES[from]].map((value) => ({
          value,
          label: t(`cases.state.${value}`),
        }))}
      />
      <SheetFieldset
        fields={fields}
        onChange={onChange}
        errorOf={(name) => (name === "title" && unnamed ? t("desk.missing.title") : undefined)}
      />
    </div>
  );
}

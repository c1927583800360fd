import { useTranslation } from "@lianxin/i18n";
import { Field } from "@lianxin/ui";
import { Checkbox, InputNumber } from "antd";
import { functionWord } from "./function-word";

export interface Limited {
  quotas: {
    lines: number | null;
    agents: number | null;
    storage_mb: number | null;
    faxes: number | null;
  };
  functions_off: string[];
}

/** Quotas, and which functions are on. */
export function LimitFields({
  value,
  functions,
  onChange,
}: {
  value: Limited;
  functions: readonly string[];
  onChange: (value: Limited) => void;
}) {
  const { t } = useTranslation();
  const { quotas, functions_off: off } = value;
  const fields = [
    { name: "lines", label: t("centres.quotaLines") },
    { name: "agents", label: t("centres.quotaAgents") },
    { name: "storage_mb", label: t("centres.quotaStorage") },
    { name: "faxes", label: t("centres.quotaFaxes") },
  ] as const;
  return (
    <>
      {fields.map(({ name, label }) => (
        <Field key={name} label={label}>
          {(ids) => (
            <InputNumber
              {...ids}
              min={0}
              max={1_000_000}
              precision={0}
              placeholder={t("centres.noLimit")}
              suffix={name === "storage_mb" ? "MB" : undefined}
              value={quotas[name]}
              onChange={(most) => onChange({ ...value, quotas: { ...quotas, [name]: most } })}
            />
          )}
        </Field>
      ))}
      <fieldset className="functions">
        <legend>{t("centres.functions")}</legend>
        <p className="lx-soft small">{t("centres.functionsHint")}</p>
        {functions.map((name) => (
          <Checkbox
            key={name}
            checked={!off.includes(name)}
            onChange={({ target }) =>
              onChange({
                ...value,
                functions_off: target.checked
                  ? off.filter((each) => each !== name)
                  : [...off, name],
              })
            }
          >
            {functionWord(name)}
          </Checkbox>
        ))}
      </fieldset>
    </>
  );
}

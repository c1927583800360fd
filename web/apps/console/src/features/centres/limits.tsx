import { useTranslation } from "@lianxin/i18n";
import { NumberField } from "@lianxin/ui";
import { Checkbox } from "antd";
import { FormItem } from "../../shared/form";
import { functionWord } from "./function-word";

/** Quotas, and which functions are on: the fields `quotas` and `functions_off` of a form. */
export function LimitFields({ functions }: { functions: readonly string[] }) {
  const { t } = useTranslation();
  const fields = [
    { name: "lines", label: t("centres.quotaLines") },
    { name: "agents", label: t("centres.quotaAgents") },
    { name: "storage_mb", label: t("centres.quotaStorage") },
    { name: "faxes", label: t("centres.quotaFaxes") },
  ] as const;
  return (
    <>
      {fields.map(({ name, label }) => (
        <FormItem key={name} name={["quotas", name]} label={label}>
          <NumberField
            className="quota"
            min={0}
            max={1_000_000}
            precision={0}
            placeholder={t("centres.noLimit")}
            suffix={name === "storage_mb" ? "MB" : undefined}
          />
        </FormItem>
      ))}
      <FormItem name="functions_off">
        <Functions functions={functions} />
      </FormItem>
    </>
  );
}

/** Ticked is on; the value is what is off. */
function Functions({
  id,
  functions,
  value: off = [],
  onChange,
}: {
  id?: string;
  functions: readonly string[];
  value?: readonly string[];
  onChange?: (off: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="functions" id={id}>
      <legend>{t("centres.functions")}</legend>
      <p className="lx-soft small">{t("centres.functionsHint")}</p>
      {functions.map((name) => (
        <Checkbox
          key={name}
          checked={!off.includes(name)}
          onChange={({ target }) =>
            onChange?.(target.checked ? off.filter((each) => each !== name) : [...off, name])
          }
        >
          {functionWord(name)}
        </Checkbox>
      ))}
    </fieldset>
  );
}

import type { CentreCreate, CentreCreated, CentresRead } from "@lianxin/api";
import { useTranslation, wordFor } from "@lianxin/i18n";
import { Input, Select } from "antd";
import { useRef } from "react";
import { NumbersField, useNumbersRule } from "../../shared/components/numbers-field";
import { ApiForm, FormItem, useApiForm } from "../../shared/form";
import { foundCentre } from "./data";
import { LimitFields } from "./limits";

const BLANK = {
  code: "",
  name: "",
  city: "",
  city_code: "",
  area_code: "",
  zone: "Asia/Shanghai",
  administrator: "9000",
};
/** May be left empty. */
const OPTIONAL: ReadonlySet<string> = new Set(["city", "area_code"]);
const ZONES = { "Asia/Shanghai": "shanghai", "Asia/Urumqi": "urumqi" } as const;
const NUMBER = /^[0-9+*#]{2,20}$/;

/** A centre from a template: all of it at once, answering as soon as it is there. */
export function NewCentrePanel({
  about,
  onFounded,
}: {
  about: CentresRead;
  onFounded: (founded: CentreCreated) => void;
}) {
  const { t } = useTranslation();
  const numbersRule = useNumbersRule(NUMBER);
  const founded = useRef<CentreCreated | null>(null);
  const state = useApiForm({
    name: "centre/+",
    initial: {
      ...BLANK,
      numbers: [] as string[],
      template: about.templates[0] ?? "article",
      quotas: { lines: null, agents: null, storage_mb: null, faxes: null },
      functions_off: [] as string[],
    },
    write: async (sheet) => {
      // Templates and functions are those that the API named.
      founded.current = await foundCentre(sheet as CentreCreate);
    },
    keys: [["platform"]],
    onDone: () => founded.current && onFounded(founded.current),
  });
  const fields = [
    { name: "code", label: t("centres.code"), hint: t("centres.codeHint"), most: 32 },
    { name: "name", label: t("centres.name"), hint: "", most: 64 },
    { name: "city", label: t("centres.city"), hint: t("centres.cityHint"), most: 32 },
    { name: "city_code", label: t("centres.cityCode"), hint: t("centres.cityCodeHint"), most: 4 },
    { name: "area_code", label: t("centres.areaCode"), hint: t("centres.areaCodeHint"), most: 4 },
    { name: "administrator", label: t("centres.administrator"), hint: "", most: 12 },
  ] as const;
  return (
    <ApiForm state={state} className="form" saveLabel={t("centres.found")}>
      <p className="lx-soft">{t("centres.foundHint")}</p>
      {fields.map(({ name, label, hint, most }) => (
        <FormItem key={name} name={name} label={label} hint={hint} required={!OPTIONAL.has(name)}>
          <Input maxLength={most} />
        </FormItem>
      ))}
      <FormItem
        name="numbers"
        label={t("centres.numbers")}
        hint={t("centres.numbersHint")}
        rules={[numbersRule]}
      >
        <NumbersField aria-label={t("centres.numbers")} />
      </FormItem>
      <FormItem name="template" label={t("centres.template")}>
        <Select
          aria-label={t("centres.template")}
          options={about.templates.map((name) => ({
            value: name,
            label: wordFor("centres.templates", name, name),
          }))}
        />
      </FormItem>
      <FormItem name="zone" label={t("centres.zone")}>
        <Select
          aria-label={t("centres.zone")}
          options={Object.entries(ZONES).map(([value, word]) => ({
            value,
            label: t(`centres.zones.${word}`),
          }))}
        />
      </FormItem>
      <LimitFields functions={about.functions} />
    </ApiForm>
  );
}

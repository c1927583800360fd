import { ApiError, type CentreCreate, type CentreCreated, type CentresRead } from "@lianxin/api";
import { useTranslation, wordFor } from "@lianxin/i18n";
import { Field } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Select } from "antd";
import { type FormEvent, useState } from "react";
import { foundCentre } from "./data";
import { type Limited, LimitFields } from "./limits";

const BLANK = {
  code: "",
  name: "",
  city: "",
  city_code: "",
  zone: "Asia/Shanghai",
  administrator: "9000",
};
const ZONES = ["Asia/Shanghai", "Asia/Urumqi"].map((zone) => ({ value: zone, label: zone }));
const NUMBER = /^[0-9+*#]{2,20}$/;

function isWhole({ code, name, city_code, administrator }: typeof BLANK): boolean {
  return (
    /^[a-z][a-z0-9_-]{1,31}$/.test(code) &&
    name.trim() !== "" &&
    /^[0-9]{4}$/.test(city_code) &&
    /^[0-9]{4,12}$/.test(administrator)
  );
}

/** A centre from a template: all of it at once, answering as soon as it is there. */
export function NewCentrePanel({
  about,
  onFounded,
}: {
  about: CentresRead;
  onFounded: (founded: CentreCreated) => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [draft, setDraft] = useState(BLANK);
  const [numbers, setNumbers] = useState<string[]>([]);
  const [template, setTemplate] = useState(about.templates[0] ?? "article");
  const [limits, setLimits] = useState<Limited>({
    quotas: { lines: null, agents: null, storage_mb: null, faxes: null },
    functions_off: [],
  });
  const run = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const form = { ...draft, ...limits, numbers, template } as CentreCreate;
      const founded = await foundCentre(form);
      await client.invalidateQueries({ queryKey: ["platform"] });
      onFounded(founded);
    } catch (error) {
      void message.error(error instanceof ApiError ? error.message : String(error));
      setBusy(false);
    }
  };
  const fields = [
    { name: "code", label: t("centres.code"), hint: t("centres.codeHint"), most: 32 },
    { name: "name", label: t("centres.name"), hint: "", most: 64 },
    { name: "city", label: t("centres.city"), hint: t("centres.cityHint"), most: 32 },
    { name: "city_code", label: t("centres.cityCode"), hint: t("centres.cityCodeHint"), most: 4 },
    { name: "administrator", label: t("centres.administrator"), hint: "", most: 12 },
  ] as const;
  return (
    <form className="form" onSubmit={(event) => void run(event)}>
      <p className="lx-soft">{t("centres.foundHint")}</p>
      {fields.map(({ name, label, hint, most }) => (
        <Field key={name} label={label} required={name !== "city"}>
          {(ids) => (
            <>
              <Input
                {...ids}
                maxLength={most}
                value={draft[name]}
                onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
              />
              {hint !== "" && <p className="lx-soft small">{hint}</p>}
            </>
          )}
        </Field>
      ))}
      <Field label={t("centres.numbers")}>
        {(ids) => (
          <>
            <Select
              {...ids}
              aria-label={t("centres.numbers")}
              mode="tags"
              open={false}
              suffixIcon={null}
              tokenSeparators={[",", "，", " ", "、"]}
              value={numbers}
              onChange={(typed: string[]) => setNumbers(typed.filter((each) => NUMBER.test(each)))}
            />
            <p className="lx-soft small">{t("centres.numbersHint")}</p>
          </>
        )}
      </Field>
      <Field label={t("centres.template")}>
        {(ids) => (
          <Select
            {...ids}
            aria-label={t("centres.template")}
            value={template}
            options={about.templates.map((name) => ({
              value: name,
              label: wordFor("centres.templates", name, name),
            }))}
            onChange={setTemplate}
          />
        )}
      </Field>
      <Field label={t("centres.zone")}>
        {(ids) => (
          <Select
            {...ids}
            aria-label={t("centres.zone")}
            value={draft.zone}
            options={ZONES}
            onChange={(zone: string) => setDraft({ ...draft, zone })}
          />
        )}
      </Field>
      <LimitFields value={limits} functions={about.functions} onChange={setLimits} />
      <p className="detail-buttons detail-sticky">
        <Button type="primary" htmlType="submit" loading={busy} disabled={!isWhole(draft)}>
          {t("centres.found")}
        </Button>
      </p>
    </form>
  );
}

import type { CentreRead, CentreUpdate } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { NumberField } from "@lianxin/ui";
import { App, Checkbox, Input, Select } from "antd";
import { ApiForm, FormItem, SaveOrCancel, useApiForm } from "../../shared/form";
import { ROLES } from "../../shared/roles";
import { changeCentre, changeOf } from "./data";
import { LimitFields } from "./limits";

/** A centre's name, quotas, functions and the rules of its accounts. */
export function CentrePanel({
  centre,
  functions,
}: {
  centre: CentreRead;
  functions: readonly string[];
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const state = useApiForm({
    name: `centre/${centre.code}`,
    initial: changeOf(centre),
    version: centre.version,
    // The names of functions that a centre is read with are those that it takes.
    write: (change, base) =>
      changeCentre(centre.code, { ...change, version: base ?? centre.version } as CentreUpdate),
    keys: [["platform"]],
    onDone: ({ name }) => void message.success(t("centres.saved", { name })),
  });
  return (
    <ApiForm state={state} className="form" buttons={false}>
      <FormItem name="name" label={t("centres.name")} required>
        <Input maxLength={64} />
      </FormItem>
      <FormItem name="city" label={t("centres.city")}>
        <Input maxLength={32} placeholder={t("centres.cityHint")} />
      </FormItem>
      <FormItem name="area_code" label={t("centres.areaCode")} hint={t("centres.areaCodeHint")}>
        <Input maxLength={4} />
      </FormItem>
      <LimitFields functions={functions} />
      <FormItem
        name="separate_administrators"
        valuePropName="checked"
        hint={t("centres.separateHint")}
      >
        <Checkbox>{t("centres.separate")}</Checkbox>
      </FormItem>
      <FormItem
        name="dormant_days"
        label={t("centres.dormant")}
        hint={t("centres.dormantHint")}
        normalize={(days: number | null) => days ?? 0}
      >
        <NumberField min={0} max={3650} precision={0} suffix={t("centres.days")} />
      </FormItem>
      <FormItem
        name="second_factor_roles"
        label={t("centres.secondFactor")}
        hint={t("centres.secondFactorHint")}
      >
        <Select
          mode="multiple"
          aria-label={t("centres.secondFactor")}
          placeholder={t("common.none")}
          options={ROLES.map((role) => ({ value: role, label: t(`common.role.${role}`) }))}
        />
      </FormItem>
      <p className="detail-buttons detail-sticky">
        <SaveOrCancel state={state} saveLabel={t("centres.save")} />
      </p>
    </ApiForm>
  );
}

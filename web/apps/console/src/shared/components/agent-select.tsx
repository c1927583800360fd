import { pairOf, useTranslation } from "@lianxin/i18n";
import { Select } from "antd";
import { useState } from "react";
import { useFoundPeople } from "../data/people";

/** One of the people of the centre, by number; typing looks further than the first of them. */
export function AgentSelect({
  value,
  onChange,
}: {
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const [q, setQ] = useState("");
  const label = t("calls.field.agent");
  const found = (useFoundPeople(q).data?.items ?? []).map(({ number, name }) => ({
    value: number,
    label: `${number} ${name}`,
  }));
  const all = { value: "", label: pairOf(label, t("common.all")) };
  const chosen = value === "" || found.some((each) => each.value === value);
  const kept = chosen ? [] : [{ value, label: value }];
  return (
    <Select
      aria-label={label}
      showSearch={{ filterOption: false, onSearch: (typed) => setQ(typed.trim()) }}
      value={value}
      style={{ width: 152 }}
      popupMatchSelectWidth={false}
      options={q === "" ? [all, ...kept, ...found] : found}
      onChange={(next: string) => {
        setQ("");
        onChange(next);
      }}
    />
  );
}

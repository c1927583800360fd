import { pairOf, useTranslation } from "@lianxin/i18n";
import { isComposing } from "@lianxin/ui";
import { Input, Select } from "antd";
import { useEffect, useRef, useState } from "react";

/** One of a few values, or all; `label` is told to screen readers and shown while unset. */
export function FilterSelect({
  label,
  value,
  options,
  onChange,
  width = 120,
  allowAll = true,
}: {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  width?: number;
  allowAll?: boolean;
}) {
  const { t } = useTranslation();
  const all = { value: "", label: pairOf(label, t("common.all")) };
  return (
    <Select
      aria-label={label}
      value={value}
      style={{ width }}
      popupMatchSelectWidth={false}
      options={allowAll ? [all, ...options] : [...options]}
      onChange={onChange}
    />
  );
}

const RANGES = ["today", "yesterday", "week", "month", "any"] as const;

export function RangeSelect({
  value,
  onChange,
}: {
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <FilterSelect
      label={t("calls.range.title")}
      value={value}
      width={136}
      allowAll={false}
      onChange={onChange}
      options={RANGES.map((range) => ({ value: range, label: t(`calls.range.${range}`) }))}
    />
  );
}

/** A search field that asks when typing pauses, or at once on enter. */
export function SearchField({
  label,
  value,
  onSearch,
  problem,
  width = 240,
}: {
  label: string;
  value: string;
  onSearch: (value: string) => void;
  problem?: string | undefined;
  width?: number;
}) {
  const [typed, setTyped] = useState(value);
  const [composing, setComposing] = useState(false);
  const asked = useRef(value);
  const ask = () => {
    asked.current = typed.trim();
    onSearch(asked.current);
  };
  // The words of the page's address come in; what was asked from here comes back, and is typed on.
  useEffect(() => {
    if (value !== asked.current) setTyped(value);
    asked.current = value;
  }, [value]);
  useEffect(() => {
    if (composing || typed.trim() === value) return;
    const timer = setTimeout(ask, 350);
    return () => clearTimeout(timer);
  });
  return (
    <Input
      type="search"
      allowClear
      aria-label={label}
      placeholder={label}
      title={problem ?? label}
      status={problem === undefined ? "" : "warning"}
      style={{ width }}
      maxLength={64}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onPressEnter={({ nativeEvent }) => {
        if (!isComposing(nativeEvent)) ask();
      }}
    />
  );
}

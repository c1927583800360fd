import { listOf, useTranslation } from "@lianxin/i18n";
import { Select } from "antd";
import { plainNumber } from "../formats/phone-text";

const BETWEEN = [",", "，", "、", ";", "；", "\n"]; // no blank: numbers are written in groups

/** Numbers, each made plain as it is entered. One that is none stays, for the form to mark it. */
export function NumbersField({
  value = [],
  onChange,
  ...rest
}: {
  /** The form gives both. */
  value?: string[];
  onChange?: (value: string[]) => void;
  id?: string;
  disabled?: boolean;
  "aria-label": string;
  "aria-describedby"?: string;
}) {
  return (
    <Select
      {...rest}
      mode="tags"
      open={false}
      suffixIcon={null}
      value={value}
      tokenSeparators={BETWEEN}
      onChange={(typed: string[]) => {
        const plain = typed.map((each) => plainNumber(each) || each.trim()).filter(Boolean);
        onChange?.([...new Set(plain)]);
      }}
    />
  );
}

/** The rule of such a field: it names what is no number, or that there are too many. */
export function useNumbersRule(pattern: RegExp, most = Number.POSITIVE_INFINITY) {
  const { t } = useTranslation();
  return {
    validator: (_: unknown, numbers: readonly string[] = []) => {
      const wrong = listOf(numbers.filter((each) => !pattern.test(each)));
      if (wrong !== "") return Promise.reject(new Error(t("common.form.noNumber", { wrong })));
      if (numbers.length <= most) return Promise.resolve();
      return Promise.reject(new Error(t("common.form.tooMany", { most })));
    },
  };
}

import { useTranslation } from "@lianxin/i18n";
import dayjs from "dayjs";
import { readDay } from "../formats/written-day";
import { useSession } from "../session";
import { keepZone } from "./calendar-zone";
import { TypedDate } from "./typed-date";

const FORMAT = "YYYY-MM-DD";

/**
 * A day, `2026-11-23`; "" while there is none. What was typed and is no day is the value as it
 * stands, and neither `useDayRules` nor the API takes it.
 */
export function DateField({
  value = "",
  onChange,
  min,
  max,
  clearable = true,
  ...rest
}: {
  /** The form gives both where the field is one of its items. */
  value?: string;
  onChange?: (value: string) => void;
  min?: string;
  max?: string;
  clearable?: boolean;
  disabled?: boolean;
  id?: string;
  "aria-label"?: string;
  "aria-describedby"?: string | undefined;
}) {
  const { t } = useTranslation();
  const { zone } = useSession();
  keepZone(zone);
  const isDay = readDay(value) === value;
  const within = (day: string) => day >= (min ?? "") && (max === undefined || day <= max);
  return (
    <TypedDate
      format={FORMAT}
      face={isDay ? value : ""}
      unread={isDay ? "" : value}
      problem={t("common.form.noDay")}
      onLeft={(text) => {
        const day = readDay(text);
        onChange?.(day !== null && within(day) ? day : text);
      }}
      onChosen={(chosen) => onChange?.(chosen?.format(FORMAT) ?? "")}
      picker={{
        ...rest,
        allowClear: clearable,
        ...(min === undefined ? {} : { minDate: dayjs.utc(min) }),
        ...(max === undefined ? {} : { maxDate: dayjs.utc(max) }),
      }}
    />
  );
}

/** What a form says of a day that cannot be read. */
export function useDayRules() {
  const { t } = useTranslation();
  return [
    {
      validator: (_: unknown, value: unknown) =>
        !value || readDay(String(value)) === value
          ? Promise.resolve()
          : Promise.reject(new Error(t("common.form.noDay"))),
    },
  ];
}

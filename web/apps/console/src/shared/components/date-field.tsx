import { DatePicker } from "antd";
import dayjs from "dayjs";
import { useSession } from "../session";
import { keepZone } from "./calendar-zone";
import { KeepsEnter } from "./keeps-enter";

/** As a day is shown, then as offices type it. */
const DAY_FORMATS = ["YYYY-MM-DD", "YYYY-M-D", "YYYY/M/D", "YYYY.M.D", "YYYY年M月D日", "YYYYMMDD"];

/** A day, `2026-11-23`; "" while there is none. */
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
  id?: string;
  "aria-label"?: string;
  "aria-describedby"?: string | undefined;
}) {
  const { zone } = useSession();
  keepZone(zone);
  return (
    <KeepsEnter>
      <DatePicker
        {...rest}
        className="date-field"
        format={DAY_FORMATS}
        allowClear={clearable}
        value={value === "" ? null : dayjs.utc(value)}
        {...(min === undefined ? {} : { minDate: dayjs.utc(min) })}
        {...(max === undefined ? {} : { maxDate: dayjs.utc(max) })}
        onChange={(chosen) => onChange?.(chosen?.format("YYYY-MM-DD") ?? "")}
      />
    </KeepsEnter>
  );
}

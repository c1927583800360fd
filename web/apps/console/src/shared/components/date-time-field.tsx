import { DatePicker } from "antd";
import dayjs from "dayjs";
import { localOf, zoned } from "../formats/zoned";
import { useSession } from "../session";
import { keepZone } from "./calendar-zone";
import { KeepsEnter } from "./keeps-enter";

const FACE = "YYYY-MM-DDTHH:mm";

/** As a moment is shown, then as offices type it. */
const MOMENT_FORMATS = [
  "YYYY-MM-DD HH:mm",
  "YYYY-M-D H:mm",
  "YYYY/M/D H:mm",
  "YYYY.M.D H:mm",
  "YYYY年M月D日 H:mm",
  "YYYYMMDD H:mm",
];

/** A moment: an ISO instant, read and typed by the centre's clock. */
export function DateTimeField({
  value = "",
  onChange,
  disabled = false,
  size = "middle",
  ...rest
}: {
  /** The form gives both where the field is one of its items. */
  value?: string;
  onChange?: (value: string) => void;
  disabled?: boolean;
  size?: "small" | "middle";
  id?: string;
  "aria-label"?: string;
  "aria-describedby"?: string | undefined;
}) {
  const { zone } = useSession();
  keepZone(zone);
  const face = localOf(value, zone);
  return (
    <KeepsEnter>
      <DatePicker
        {...rest}
        className="date-field"
        format={MOMENT_FORMATS}
        showTime={{ format: "HH:mm" }}
        needConfirm={false} // what was chosen counts when the field is left, as what was typed does
        size={size}
        disabled={disabled}
        allowClear={false}
        value={face === "" ? null : dayjs.utc(face)}
        onChange={(chosen) => chosen && onChange?.(zoned(chosen.format(FACE), zone))}
      />
    </KeepsEnter>
  );
}

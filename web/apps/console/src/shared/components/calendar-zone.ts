/**
 * dayjs as antd's pickers use it. They reckon on the face of a clock, so a value is given to them
 * as the centre's clock shows it, and what they call now is the centre's now.
 */
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import timezone from "dayjs/plugin/timezone";
import utc from "dayjs/plugin/utc";

dayjs.extend(utc);
dayjs.extend(timezone);

/** From now on "today" and "now" of every picker are those of `zone`. */
export function keepZone(zone: string): void {
  dayjs.tz.setDefault(zone);
}

import { useTranslation } from "@lianxin/i18n";
import { readMoment } from "../formats/written-day";
import { isInstant, localOf, zoned } from "../formats/zoned";
import { useSession } from "../session";
import { keepZone } from "./calendar-zone";
import { TypedDate } from "./typed-date";

const FACE = "YYYY-MM-DDTHH:mm";

/**
 * A moment: an ISO instant, read and typed by the centre's clock. What was typed and is no moment
 * is the value as it stands, and neither `useMomentRules` nor the API takes it.
 */
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
  const { t } = useTranslation();
  const { zone } = useSession();
  keepZone(zone);
  const face = isInstant(value) ? localOf(value, zone) : "";
  return (
    <TypedDate
      format="YYYY-MM-DD HH:mm"
      face={face}
      unread={face === "" ? value : ""}
      problem={t("common.form.noMoment")}
      onLeft={(text) => {
        const moment = readMoment(text);
        onChange?.(moment === null ? text : zoned(moment, zone));
      }}
      onChosen={(chosen) => chosen && onChange?.(zoned(chosen.format(FACE), zone))}
      picker={{
        ...rest,
        showTime: { format: "HH:mm" },
        needConfirm: false, // what was chosen counts when the field is left, as what was typed does
        size,
        disabled,
        allowClear: false,
      }}
    />
  );
}

/** What a form says of a moment that cannot be read. */
export function useMomentRules() {
  const { t } = useTranslation();
  return [
    {
      validator: (_: unknown, value: unknown) =>
        !value || isInstant(String(value))
          ? Promise.resolve()
          : Promise.reject(new Error(t("common.form.noMoment"))),
    },
  ];
}

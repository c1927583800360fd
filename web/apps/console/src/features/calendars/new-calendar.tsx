import { useTranslation } from "@lianxin/i18n";
import { App, Input } from "antd";
import { LINE_KEYS } from "../../shared/data/lines";
import { FormDialog, FormItem, useApiForm } from "../../shared/form";
import { readSpans } from "../../shared/formats/spans";
import { makeCalendar } from "./data";

const CODE = /^[a-z][a-z0-9_-]{0,31}$/;
const OFFICE = readSpans("09:00-12:00 13:30-17:30") ?? [];
const WORKDAYS = ["mon", "tue", "wed", "thu", "fri"] as const;

/** A new calendar begins with office hours and every year that is known. */
export function NewCalendarDialog({
  onClose,
  onMade,
}: {
  onClose: () => void;
  onMade: (code: string) => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const state = useApiForm({
    name: "calendar/+",
    initial: { code: "", name: "" },
    write: (named) => {
      const week = Object.fromEntries(WORKDAYS.map((day) => [day, OFFICE]));
      return makeCalendar({ ...named, week, keeps_holidays: true });
    },
    keys: LINE_KEYS,
    onDone: ({ code, name }) => {
      void message.success(t("calendars.made", { name }));
      onClose();
      onMade(code);
    },
  });
  return (
    <FormDialog
      state={state}
      title={t("calendars.make")}
      saveLabel={t("calendars.make")}
      onClose={onClose}
    >
      <FormItem name="name" label={t("calendars.name")} required>
        <Input maxLength={64} />
      </FormItem>
      <FormItem
        name="code"
        label={t("calendars.code")}
        hint={t("calendars.codeHint")}
        required
        normalize={(code: string) => code.trim()}
        rules={[{ pattern: CODE, message: t("calendars.codeHint") }]}
      >
        <Input maxLength={32} />
      </FormItem>
    </FormDialog>
  );
}

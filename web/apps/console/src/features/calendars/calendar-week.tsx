import type { CalendarRead, CalendarUpdate } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { App, Button, Checkbox, Form, type FormInstance, Input } from "antd";
import { useNavigate } from "react-router";
import { LINE_KEYS } from "../../shared/data/lines";
import { useLineAct } from "../../shared/data/use-line-act";
import { ApiForm, FormItem, SaveOrCancel, useApiForm } from "../../shared/form";
import { partOfDay, readSpans, type Span, writeSpans } from "../../shared/formats/spans";
import { changeCalendar, deleteCalendar } from "./data";
import { HoursField, useHoursRules } from "./hours-field";
import { WEEKDAYS, type Weekday } from "./weekdays";

/** The hours of each day as they are typed: the API names a day by the same path. */
interface Hours {
  name: string;
  week: Record<Weekday, string>;
  keeps_holidays: boolean;
}

function hoursOf({ name, week, keeps_holidays }: CalendarRead): Hours {
  const text = (day: Weekday) => writeSpans(week[day] ?? []);
  const typed = {
    mon: text("mon"),
    tue: text("tue"),
    wed: text("wed"),
    thu: text("thu"),
    fri: text("fri"),
    sat: text("sat"),
    sun: text("sun"),
  };
  return { name, week: typed, keeps_holidays };
}

function changeOf({ name, week, keeps_holidays }: Hours): Omit<CalendarUpdate, "version"> {
  const written: Partial<Record<Weekday, Span[]>> = {};
  for (const day of WEEKDAYS) {
    const spans = readSpans(week[day]) ?? []; // the form sends none that cannot be read
    if (spans.length > 0) written[day] = spans;
  }
  return { name: name.trim(), week: written, keeps_holidays };
}

/** The weekly hours: typed in one field a day, drawn beside it. */
export function CalendarWeek({
  calendar,
  mayChange,
}: {
  calendar: CalendarRead;
  mayChange: boolean;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const state = useApiForm<Hours>({
    name: `calendar/${calendar.code}`,
    initial: hoursOf(calendar),
    version: calendar.version,
    write: (hours, base) =>
      changeCalendar(calendar.code, { ...changeOf(hours), version: base ?? calendar.version }),
    keys: LINE_KEYS,
    onDone: ({ name }) => void message.success(t("calendars.saved", { name: name.trim() })),
  });
  const copyDown = () => {
    const monday = state.form.getFieldValue(["week", "mon"]);
    state.put({ week: { tue: monday, wed: monday, thu: monday, fri: monday } });
  };
  return (
    <section className="week" aria-label={t("calendars.week")}>
      <header className="section-head">
        <h2>{t("calendars.week")}</h2>
        {mayChange && <Button onClick={copyDown}>{t("calendars.copyDown")}</Button>}
        <DeleteButton calendar={calendar} mayChange={mayChange} />
      </header>
      <ApiForm state={state} buttons={false}>
        {mayChange && (
          <FormItem name="name" label={t("calendars.name")} className="week-name" required>
            <Input maxLength={64} />
          </FormItem>
        )}
        <p className="lx-soft small">{t("calendars.weekHint")}</p>
        <div>
          {WEEKDAYS.map((day) => (
            <DayRow
              key={day}
              day={day}
              form={state.form}
              disabled={!mayChange}
              onAllDay={() => state.put({ week: { [day]: "00:00-24:00" } })}
            />
          ))}
        </div>
        <FormItem name="keeps_holidays" valuePropName="checked">
          <Checkbox disabled={!mayChange}>{t("calendars.keepsHolidays")}</Checkbox>
        </FormItem>
        {mayChange && (
          <p className="detail-buttons">
            <SaveOrCancel state={state} saveLabel={t("calendars.save")} />
          </p>
        )}
      </ApiForm>
    </section>
  );
}

function DayRow({
  day,
  form,
  disabled,
  onAllDay,
}: {
  day: Weekday;
  form: FormInstance<Hours>;
  disabled: boolean;
  onAllDay: () => void;
}) {
  const { t } = useTranslation();
  const spans = readSpans(Form.useWatch(["week", day], form) ?? "");
  const weekday = t(`calendars.weekday.${day}`);
  return (
    <div className="week-day">
      <FormItem name={["week", day]} label={weekday} rules={useHoursRules()}>
        <HoursField disabled={disabled} placeholder={t("calendars.closed")} />
      </FormItem>
      <Button
        disabled={disabled}
        aria-label={`${weekday} ${t("calendars.allDay")}`}
        onClick={onAllDay}
      >
        {t("calendars.allDay")}
      </Button>
      {spans !== null && <DayBar spans={spans} />}
    </div>
  );
}

/** 24 hours from left to right, open ones filled. */
function DayBar({ spans }: { spans: readonly Span[] }) {
  return (
    <svg className="day-bar" viewBox="0 0 24 1" preserveAspectRatio="none" aria-hidden="true">
      {spans.map(([opens, closes]) => (
        <rect
          key={opens}
          x={partOfDay(opens) * 24}
          width={(partOfDay(closes) - partOfDay(opens)) * 24}
          height="1"
        />
      ))}
      {[6, 12, 18].map((hour) => (
        <line key={hour} x1={hour} x2={hour} y1="0" y2="1" />
      ))}
    </svg>
  );
}

function DeleteButton({ calendar, mayChange }: { calendar: CalendarRead; mayChange: boolean }) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const { code, name, lines } = calendar;
  const { act } = useLineAct(["calendar", code]);
  if (!mayChange || lines.length > 0) return null;
  const ask = () =>
    modal.confirm({
      title: t("calendars.removeAsk", { name }),
      okText: t("calendars.remove"),
      okButtonProps: { danger: true },
      cancelText: t("common.cancel"),
      onOk: async () => {
        if (!(await act(() => deleteCalendar(code)))) return;
        void message.success(t("calendars.removed", { name }));
        void navigate("/lines/calendars");
      },
    });
  return (
    <Button danger type="text" onClick={ask}>
      {t("calendars.remove")}
    </Button>
  );
}

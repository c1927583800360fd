import type { CalendarRead, CalendarUpdate } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { App, Button, Checkbox, Input } from "antd";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { useLineAct } from "../../shared/data/use-line-act";
import { partOfDay, readSpans, type Span, writeSpans } from "../../shared/formats/spans";
import { changeCalendar, deleteCalendar } from "./data";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
type Weekday = (typeof WEEKDAYS)[number];
type Typed = Record<Weekday, string>;

function typedOf(week: CalendarRead["week"]): Typed {
  const pairs = WEEKDAYS.map((day) => [day, writeSpans(week[day] ?? [])] as const);
  return Object.fromEntries(pairs) as Typed;
}

/** The week as it is typed, null when a day cannot be read. */
function weekOf(typed: Typed): CalendarUpdate["week"] | null {
  const week: Partial<Record<Weekday, Span[]>> = {};
  for (const day of WEEKDAYS) {
    const spans = readSpans(typed[day]);
    if (spans === null) return null;
    if (spans.length > 0) week[day] = spans;
  }
  return week;
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
  const { busy, act } = useLineAct();
  const [name, setName] = useState(calendar.name);
  const [typed, setTyped] = useState(() => typedOf(calendar.week));
  const [keeps, setKeeps] = useState(calendar.keeps_holidays);
  const week = weekOf(typed);
  const dirty =
    name !== calendar.name ||
    keeps !== calendar.keeps_holidays ||
    JSON.stringify(typed) !== JSON.stringify(typedOf(calendar.week));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (week === null || week === undefined) return;
    const form = { name: name.trim(), week, keeps_holidays: keeps };
    if (!(await act(() => changeCalendar(calendar.code, form)))) return;
    void message.success(t("calendars.saved", { name: form.name }));
  };
  const copyDown = () => {
    const monday = typed.mon;
    setTyped({ ...typed, tue: monday, wed: monday, thu: monday, fri: monday });
  };
  return (
    <form className="week" aria-label={t("calendars.week")} onSubmit={(event) => void save(event)}>
      <header className="section-head">
        <h2>{t("calendars.week")}</h2>
        {mayChange && (
          <Input
            aria-label={t("calendars.name")}
            style={{ width: 200 }}
            maxLength={64}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
        {mayChange && <Button onClick={copyDown}>{t("calendars.copyDown")}</Button>}
        <DeleteButton calendar={calendar} mayChange={mayChange} />
      </header>
      <p className="lx-soft small">{t("calendars.weekHint")}</p>
      {WEEKDAYS.map((day) => (
        <DayRow
          key={day}
          day={day}
          text={typed[day]}
          disabled={!mayChange}
          onChange={(text) => setTyped({ ...typed, [day]: text })}
        />
      ))}
      <p className="detail-buttons">
        <Checkbox
          checked={keeps}
          disabled={!mayChange}
          onChange={({ target }) => setKeeps(target.checked)}
        >
          {t("calendars.keepsHolidays")}
        </Checkbox>
        {mayChange && (
          <Button
            type="primary"
            htmlType="submit"
            loading={busy}
            disabled={!dirty || week === null || name.trim() === ""}
          >
            {t("calendars.save")}
          </Button>
        )}
      </p>
    </form>
  );
}

function DayRow({
  day,
  text,
  disabled,
  onChange,
}: {
  day: Weekday;
  text: string;
  disabled: boolean;
  onChange: (text: string) => void;
}) {
  const { t } = useTranslation();
  const spans = readSpans(text);
  const id = `week-${day}`;
  return (
    <div className="week-day">
      <label htmlFor={id}>{t(`calendars.weekday.${day}`)}</label>
      <Input
        id={id}
        value={text}
        disabled={disabled}
        status={spans === null ? "error" : ""}
        aria-invalid={spans === null}
        aria-describedby={spans === null ? `${id}-note` : undefined}
        placeholder={t("calendars.closed")}
        onChange={({ target }) => onChange(target.value)}
        onBlur={() => spans !== null && onChange(writeSpans(spans))}
      />
      <Button disabled={disabled} onClick={() => onChange("00:00-24:00")}>
        {t("calendars.allDay")}
      </Button>
      {spans === null ? (
        <p className="lx-field-error" id={`${id}-note`} role="alert">
          {t("calendars.badSpans")}
        </p>
      ) : (
        <DayBar spans={spans} />
      )}
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
  const { act } = useLineAct();
  const navigate = useNavigate();
  const { code, name, lines } = calendar;
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

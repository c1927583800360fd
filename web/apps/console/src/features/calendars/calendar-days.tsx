import {
  ApiError,
  type CalendarDayRead,
  type CalendarDayUpdate,
  type CalendarRead,
} from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { App, Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { DateField, useDayRules } from "../../shared/components/date-field";
import { LINE_KEYS } from "../../shared/data/lines";
import { useLineAct } from "../../shared/data/use-line-act";
import { ApiForm, FormItem, NULL_AS_EMPTY, useApiForm } from "../../shared/form";
import { readSpans, writeSpans } from "../../shared/formats/spans";
import { removeDay, setDay } from "./data";
import { HoursField, useHoursRules } from "./hours-field";
import { WEEKDAYS, type Weekday } from "./weekdays";

const KINDS = ["special", "holiday", "make_up"] as const;

/** The days of a year that do not follow their weekday, and a form to add one. */
export function CalendarDays({
  calendar,
  mayChange,
}: {
  calendar: CalendarRead;
  mayChange: boolean;
}) {
  const { t } = useTranslation();
  const { code, year, days } = calendar;
  return (
    <section className="days" aria-label={t("calendars.days")}>
      <header className="section-head">
        <h2>{t("calendars.days")}</h2>
      </header>
      {mayChange && <NewDays code={code} year={year} />}
      {days.length === 0 ? (
        <p className="lx-soft">{t("calendars.noDays")}</p>
      ) : (
        <ul className="day-list">
          {days.map((day) => (
            <DayRow key={day.id} code={code} day={day} mayChange={mayChange} />
          ))}
        </ul>
      )}
    </section>
  );
}

function DayRow({
  code,
  day,
  mayChange,
}: {
  code: string;
  day: CalendarDayRead;
  mayChange: boolean;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { busy, act } = useLineAct();
  const { id, date, kind, name, spans, run_as } = day;
  // What was put there since it was removed stays: the API refuses.
  const restore = () =>
    act(() => setDay(code, { date, kind, name, spans, run_as, replace: false }));
  const remove = async () => {
    if (!(await act(() => removeDay(code, id)))) return;
    const key = `day-${id}`;
    void message.open({
      key,
      type: "success",
      duration: 8,
      content: (
        <>
          {t("calendars.dayRemoved", { date })}{" "}
          <Button
            size="small"
            onClick={() => {
              message.destroy(key);
              void restore();
            }}
          >
            {t("calendars.undo")}
          </Button>
        </>
      ),
    });
  };
  const hours = spans.length === 0 ? t("calendars.closed") : writeSpans(spans);
  return (
    <li>
      <i className={`date-mark date-${kind}`}>{t(`calendars.mark.${kind}`)}</i>
      <span className="lx-figure">{date}</span>
      <span>{name}</span>
      <span className="lx-soft">{run_as === null ? hours : t(`calendars.weekday.${run_as}`)}</span>
      {mayChange && (
        <Button
          size="small"
          type="text"
          loading={busy}
          aria-label={`${t("calendars.removeDay")} ${date} ${name}`}
          onClick={() => void remove()}
        >
          {t("calendars.removeDay")}
        </Button>
      )}
    </li>
  );
}

/** A day as it is typed: its hours are text, the API names them by the same path. */
interface TypedDay {
  date: string;
  kind: CalendarDayUpdate["kind"];
  name: string;
  spans: string;
  run_as: Weekday | null;
}

/** Days are entered one after the other: the next begins at the date and kind of the last. */
function NewDays({ code, year }: { code: string; year: number }) {
  const first: TypedDay = {
    date: `${year}-01-01`,
    kind: "special",
    name: "",
    spans: "",
    run_as: null,
  };
  const [{ count, initial }, setNext] = useState({ count: 0, initial: first });
  return (
    <NewDay
      key={count}
      code={code}
      initial={initial}
      another={count > 0}
      onAdded={({ date, kind }) => setNext({ count: count + 1, initial: { ...first, date, kind } })}
    />
  );
}

function NewDay({
  code,
  initial,
  another,
  onAdded,
}: {
  code: string;
  initial: TypedDay;
  /** Somebody is at it: the keyboard stays here. */
  another: boolean;
  onAdded: (day: TypedDay) => void;
}) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  /** Put the day in; one of its kind that is there goes when somebody has said so. */
  const put = async (day: Omit<CalendarDayUpdate, "replace">) => {
    try {
      return await setDay(code, { ...day, replace: false });
    } catch (error) {
      if (!(error instanceof ApiError && error.code === "calendar.day_taken")) throw error;
      const sure = await modal.confirm({
        title: t("calendars.replaceSure", { date: day.date, name: String(error.details.name) }),
        content: t("calendars.replaceHint", { name: day.name }),
        okText: t("calendars.replace"),
        cancelText: t("common.cancel"),
      });
      if (!sure) throw error;
      return setDay(code, { ...day, replace: true });
    }
  };
  const state = useApiForm<TypedDay>({
    name: `calendar/${code}/day`,
    initial,
    // The hours of another weekday are that weekday's.
    write: ({ spans, ...day }) =>
      put({ ...day, spans: day.run_as === null ? (readSpans(spans) ?? []) : [] }),
    keys: LINE_KEYS,
    onDone: (day) => {
      void message.success(t("calendars.daySaved", { date: day.date }));
      onAdded(day);
    },
  });
  const runAs = Form.useWatch("run_as", state.form) ?? initial.run_as;
  return (
    <ApiForm state={state} className="form-group" buttons={false}>
      <div className="form-pair">
        <FormItem name="date" label={t("calendars.date")} rules={useDayRules()} required>
          <DateField min="2000-01-01" max="2100-12-31" clearable={false} />
        </FormItem>
        <FormItem name="kind" label={t("calendars.kindTitle")}>
          <Select
            options={KINDS.map((kind) => ({ value: kind, label: t(`calendars.kind.${kind}`) }))}
          />
        </FormItem>
        <FormItem name="name" label={t("calendars.dayName")} required>
          <Input autoFocus={another} placeholder={t("calendars.dayName")} maxLength={64} />
        </FormItem>
        <FormItem name="run_as" label={t("calendars.runAs")} {...NULL_AS_EMPTY}>
          <Select
            options={[
              { value: "", label: t("calendars.runAsNone") },
              ...WEEKDAYS.map((each) => ({ value: each, label: t(`calendars.weekday.${each}`) })),
            ]}
          />
        </FormItem>
        <FormItem
          name="spans"
          label={t("calendars.spans")}
          hint={t("calendars.hoursHint")}
          rules={useHoursRules()}
        >
          <HoursField disabled={runAs !== null} placeholder={t("calendars.spansHint")} />
        </FormItem>
      </div>
      <p className="detail-buttons">
        <Button htmlType="submit" loading={state.busy}>
          {t("calendars.addDay")}
        </Button>
      </p>
    </ApiForm>
  );
}

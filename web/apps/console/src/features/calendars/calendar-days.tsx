import type { CalendarDayRead, CalendarDayUpdate, CalendarRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { App, Button, Input, Select } from "antd";
import { type FormEvent, useState } from "react";
import { DateField } from "../../shared/components/date-field";
import { useLineAct } from "../../shared/data/use-line-act";
import { readSpans, writeSpans } from "../../shared/formats/spans";
import { removeDay, setDay } from "./data";

const KINDS = ["special", "holiday", "make_up"] as const;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** The days of a year that do not follow their weekday, and a line to add one. */
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
      {mayChange && <NewDay code={code} year={year} />}
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
  const restore = () => act(() => setDay(code, { date, kind, name, spans, run_as }));
  const remove = async () => {
    if (!(await act(() => removeDay(code, id)))) return;
    const key = `day-${id}`;
    message.open({
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
  const open = spans.length === 0 ? t("calendars.closed") : writeSpans(spans);
  return (
    <li>
      <i className={`date-mark date-${kind}`}>{t(`calendars.mark.${kind}`)}</i>
      <span className="lx-figure">{date}</span>
      <span>{name}</span>
      <span className="lx-soft">{run_as === null ? open : t(`calendars.weekday.${run_as}`)}</span>
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

function NewDay({ code, year }: { code: string; year: number }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { busy, act } = useLineAct();
  const [day, setDraft] = useState<CalendarDayUpdate>({
    date: `${year}-01-01`,
    kind: "special",
    name: "",
    spans: [],
    run_as: null,
  });
  const [text, setText] = useState("");
  const set = (change: Partial<CalendarDayUpdate>) => setDraft({ ...day, ...change });
  const spans = readSpans(text);
  const makeUp = day.kind === "make_up" && day.run_as === null && spans?.length === 0;
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (spans === null) return;
    if (!(await act(() => setDay(code, { ...day, spans })))) return;
    void message.success(t("calendars.daySaved", { date: day.date }));
    set({ name: "" });
    setText("");
  };
  return (
    <form className="day-form" onSubmit={(event) => void add(event)}>
      <DateField
        aria-label={t("calendars.date")}
        min="2000-01-01"
        max="2100-12-31"
        clearable={false}
        value={day.date}
        onChange={(date) => set({ date })}
      />
      <Select
        aria-label={t("calendars.kindTitle")}
        value={day.kind}
        options={KINDS.map((kind) => ({ value: kind, label: t(`calendars.kind.${kind}`) }))}
        onChange={(kind: CalendarDayUpdate["kind"]) => set({ kind })}
      />
      <Input
        aria-label={t("calendars.dayName")}
        placeholder={t("calendars.dayName")}
        maxLength={64}
        value={day.name}
        onChange={({ target }) => set({ name: target.value })}
      />
      <Input
        aria-label={t("calendars.spans")}
        placeholder={t("calendars.spansHint")}
        disabled={day.run_as !== null}
        status={spans === null ? "error" : ""}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Select
        aria-label={t("calendars.runAs")}
        value={day.run_as ?? ""}
        options={[
          { value: "", label: t("calendars.runAsNone") },
          ...WEEKDAYS.map((each) => ({ value: each, label: t(`calendars.weekday.${each}`) })),
        ]}
        onChange={(run: string) => set({ run_as: run === "" ? null : (run as "mon") })}
      />
      <Button
        htmlType="submit"
        loading={busy}
        disabled={day.date === "" || day.name.trim() === "" || spans === null || makeUp}
      >
        {t("calendars.addDay")}
      </Button>
    </form>
  );
}

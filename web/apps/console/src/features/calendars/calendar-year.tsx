import type { CalendarRead, Decided } from "@lianxin/api";
import { day, useTranslation } from "@lianxin/i18n";
import { useNow } from "@lianxin/ui";
import { Alert, App, Button, Upload } from "antd";
import { useLineAct } from "../../shared/data/use-line-act";
import { isBroken, textOfFile } from "../../shared/formats/file-text";
import { writeSpans } from "../../shared/formats/spans";
import { useSession } from "../../shared/session";
import { takeYear } from "./data";

/** Between these the API shows a year. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;

/** A file of a year has a few kilobytes; the API takes no more than this. */
const MOST_BYTES = 65_536;

const MONTHS = Array.from({ length: 12 }, (_, month) => month);

/** A whole year: each date as it is, marked by letter and ground where it is special. */
export function CalendarYear({
  calendar,
  mayChange,
  onYear,
}: {
  calendar: CalendarRead;
  mayChange: boolean;
  onYear: (year: number) => void;
}) {
  const { t } = useTranslation();
  const { year, years, dates, source } = calendar;
  const known = years.includes(year);
  return (
    <section className="year" aria-label={t("calendars.year", { year })}>
      <header className="section-head">
        <h2>
          {calendar.name} {t("calendars.year", { year })}
        </h2>
        <Button disabled={year <= FIRST_YEAR} onClick={() => onYear(year - 1)}>
          {t("calendars.previous")}
        </Button>
        <Button disabled={year >= LAST_YEAR} onClick={() => onYear(year + 1)}>
          {t("calendars.next")}
        </Button>
        <Button onClick={() => window.print()}>{t("common.print")}</Button>
        {mayChange && <YearFile calendar={calendar} />}
      </header>
      {!known && calendar.keeps_holidays && (
        <Alert
          type="warning"
          showIcon
          title={t("calendars.unknown", { year })}
          description={t("calendars.unknownHint")}
        />
      )}
      {source !== "" && <p className="lx-soft small">{t("calendars.source", { source })}</p>}
      <Legend />
      <div className="year-months">
        {MONTHS.map((month) => (
          <Month
            key={month}
            year={year}
            month={month}
            dates={dates.filter(({ date }) => Number(date.slice(5, 7)) === month + 1)}
          />
        ))}
      </div>
    </section>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <p className="year-legend small">
      {(["holiday", "make_up", "special"] as const).map((kind) => (
        <span key={kind}>
          <i className={`date-mark date-${kind}`}>{t(`calendars.mark.${kind}`)}</i>
          {t(`calendars.kind.${kind}`)}
        </span>
      ))}
    </p>
  );
}

function Month({ year, month, dates }: { year: number; month: number; dates: Decided[] }) {
  const { list } = useTranslation();
  const initials = list("calendars.initials");
  const blank = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7;
  const cells: (Decided | null)[] = [...Array.from({ length: blank }, () => null), ...dates];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, row) =>
    cells.slice(row * 7, row * 7 + 7),
  );
  return (
    <table className="month">
      <caption>{list("calendars.months")[month]}</caption>
      <thead>
        <tr>
          {initials.map((initial, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: initials repeat and never move
            <th key={index} scope="col">
              {initial}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((cell) => cell !== null)?.date}>
            {week.map((cell, column) =>
              cell === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: blanks have no identity
                <td key={column} />
              ) : (
                <DateCell key={cell.date} said={cell} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DateCell({ said }: { said: Decided }) {
  const { t } = useTranslation();
  const { zone } = useSession();
  const now = useNow();
  const { rule, date, name, spans } = said;
  const today = day(now, zone) === date;
  const closed = spans.length === 0;
  const about = [
    date,
    name,
    closed ? t("calendars.closed") : writeSpans(spans),
    rule === "make_up" ? t(`calendars.weekday.${said.weekday}`) : "",
  ];
  const looks = ["date", `date-${rule}`, closed ? "date-closed" : "", today ? "date-today" : ""];
  return (
    <td className={looks.join(" ")} title={about.filter(Boolean).join(" ")}>
      {Number(date.slice(8))}
      {rule !== "week" && <sup>{t(`calendars.mark.${rule}`)}</sup>}
    </td>
  );
}

/** A year's file, or the shipped one, in place of its holidays and make-up days. */
function YearFile({ calendar }: { calendar: CalendarRead }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { busy, act } = useLineAct();
  const { code, year, shipped } = calendar;
  const take = async (file: string | null) => {
    if (await act(() => takeYear(code, year, file))) {
      void message.success(t("calendars.imported", { year }));
    }
  };
  const read = async (file: File) => {
    if (file.size > MOST_BYTES) return void message.error(t("calendars.fileTooLarge"), 8);
    const found = await textOfFile(file);
    if (found === null) return void message.error(t("common.form.notText"), 8);
    if (isBroken(found)) return void message.error(t("common.form.brokenText", { ...found }), 8);
    if (found.doubtful) void message.warning(t("common.form.doubtfulText"), 8);
    await take(found.text);
  };
  return (
    <>
      {shipped.includes(year) && (
        <Button loading={busy} onClick={() => void take(null)}>
          {t("calendars.takeShipped", { year })}
        </Button>
      )}
      <Upload
        accept=".toml,text/plain"
        maxCount={1}
        disabled={busy}
        showUploadList={false}
        beforeUpload={(file) => {
          void read(file);
          return false;
        }}
      >
        <Button loading={busy}>{t("calendars.importFile")}</Button>
      </Upload>
    </>
  );
}

import type { CalendarSummary } from "@lianxin/api";
import { listOf, useTranslation } from "@lianxin/i18n";
import { Empty, Skeleton, Tag } from "@lianxin/ui";
import { Button } from "antd";
import { useState } from "react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { LineTabs } from "../../shared/components/line-tabs";
import { LoadFailure } from "../../shared/components/load-failure";
import { NoDataYet } from "../../shared/components/no-data-yet";
import { useCalendars } from "../../shared/data/lines";
import { mayMake, useAskedToMake } from "../../shared/makers";
import { useSession } from "../../shared/session";
import { CalendarDays } from "./calendar-days";
import { CalendarWeek } from "./calendar-week";
import { CalendarYear, FIRST_YEAR, LAST_YEAR } from "./calendar-year";
import { useCalendar } from "./data";
import { NewCalendarDialog } from "./new-calendar";

/** 日历: the week, the holidays of a year, special days. */
export function CalendarsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayChange = mayMake(useSession(), "calendars");
  const [making, setMaking] = useState(false);
  useAskedToMake(mayChange, () => setMaking(true));
  const { code } = useParams();
  const calendars = useCalendars();
  const shown = code ?? calendars.data?.[0]?.code ?? "";
  const go = (to: string) => void navigate(`/lines/calendars/${to}`);
  return (
    <section className="list" aria-label={t("calendars.title")}>
      <header className="list-head">
        <LineTabs here="calendars" />
        <span className="list-filters" />
        {mayChange && (
          <Button type="primary" onClick={() => setMaking(true)}>
            {t("calendars.make")}
          </Button>
        )}
      </header>
      <div className="list-body calendars">
        {calendars.isPending && <Skeleton rows={8} label={t("common.loading")} />}
        {calendars.isError && calendars.data === undefined && (
          <LoadFailure error={calendars.error} onRetry={() => void calendars.refetch()} />
        )}
        {calendars.data?.length === 0 && (
          <Empty title={t("calendars.empty")} hint={t("calendars.emptyHint")} />
        )}
        {calendars.data !== undefined && calendars.data.length > 0 && (
          <>
            <CalendarNav calendars={calendars.data} shown={shown} />
            <OneCalendar key={shown} code={shown} mayChange={mayChange} />
          </>
        )}
      </div>
      {making && <NewCalendarDialog onClose={() => setMaking(false)} onMade={go} />}
    </section>
  );
}

function CalendarNav({ calendars, shown }: { calendars: CalendarSummary[]; shown: string }) {
  const { t } = useTranslation();
  return (
    <nav className="calendar-nav" aria-label={t("calendars.list")}>
      {calendars.map(({ code, name, open, lines }) => (
        <Link
          key={code}
          to={`/lines/calendars/${code}`}
          className={code === shown ? "active" : ""}
          aria-current={code === shown ? "page" : undefined}
        >
          <strong>{name}</strong>
          <Tag tone={open ? "ready" : "off"} shape={open ? "disc" : "pause"}>
            {t(open ? "calendars.openNow" : "calendars.closedNow")}
          </Tag>
          <span className="lx-faint small">
            {lines.length === 0
              ? t("calendars.unused")
              : t("calendars.usedBy", { lines: listOf(lines) })}
          </span>
        </Link>
      ))}
    </nav>
  );
}

function OneCalendar({ code, mayChange }: { code: string; mayChange: boolean }) {
  const { t } = useTranslation();
  const [year, setYear] = useYear();
  const calendar = useCalendar(code, year);
  const { data } = calendar;
  if (data === undefined) return <NoDataYet queries={[calendar]} rows={12} />;
  return (
    <div className="calendar">
      {!mayChange && <p className="lx-soft">{t("lines.readOnly")}</p>}
      <CalendarWeek calendar={data} mayChange={mayChange} />
      <CalendarYear calendar={data} mayChange={mayChange} onYear={setYear} />
      <CalendarDays key={data.year} calendar={data} mayChange={mayChange} />
    </div>
  );
}

/** The year that is shown, in the page's address: a reload and a new sign-in lead to it. */
function useYear(): [number | null, (year: number) => void] {
  const [params, setParams] = useSearchParams();
  const asked = Number(params.get("year") ?? "");
  const known = Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= LAST_YEAR;
  return [
    known ? asked : null,
    (year) =>
      setParams((before) => {
        const next = new URLSearchParams(before);
        next.set("year", String(year));
        return next;
      }),
  ];
}

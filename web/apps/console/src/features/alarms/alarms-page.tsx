import { type AlarmSummary, ApiError } from "@lianxin/api";
import { useTranslation, wordFor } from "@lianxin/i18n";
import { type Column, Tag } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useMemo, useState } from "react";
import { FilterSelect } from "../../shared/components/filters";
import {
  DetailPanel,
  EmptyList,
  ListPage,
  ListWithDetail,
} from "../../shared/components/list-page";
import { TimeText } from "../../shared/components/time-text";
import { useFilters } from "../../shared/components/use-filters";
import { useSession } from "../../shared/session";
import { alarmSentence } from "./alarm-sentence";
import { type AlarmQuery, clearAlarm, useAlarms } from "./data";

const FILTERS = ["cleared"] as const;

function alarmQuery(cleared: string): AlarmQuery {
  return cleared === "" ? {} : { cleared: cleared === "1" };
}

function alarmWord({ code }: AlarmSummary): string {
  return wordFor("alarms.code", code, code);
}

function StateTag({ alarm }: { alarm: AlarmSummary }) {
  const { t } = useTranslation();
  return alarm.cleared_at === null ? (
    <Tag tone="failed" shape="bell">
      {t("alarms.state.open")}
    </Tag>
  ) : (
    <Tag tone="off" shape="disc">
      {t("alarms.state.cleared")}
    </Tag>
  );
}

function useAlarmColumns(): Column<AlarmSummary>[] {
  const { t } = useTranslation();
  const { zone } = useSession();
  return useMemo(
    () => [
      {
        key: "state",
        title: t("alarms.field.state"),
        width: 136,
        cell: (alarm) => <StateTag alarm={alarm} />,
      },
      {
        key: "at",
        title: t("alarms.field.at"),
        width: 192,
        cell: ({ at }) => <TimeText at={at} />,
      },
      {
        key: "code",
        title: t("alarms.field.code"),
        cell: (alarm) => alarmSentence(alarm, zone),
      },
    ],
    [t, zone],
  );
}

/** 告警: what the system found wrong, until somebody looked at it. */
export function AlarmsPage() {
  const { t } = useTranslation();
  const { values, set, clear, active } = useFilters(FILTERS);
  const [opened, setOpened] = useState<AlarmSummary | null>(null);
  const list = useAlarms(alarmQuery(values.cleared));
  const listed = list.rows.find(({ id }) => id === opened?.id);
  // Cleared, it leaves the list of those that are open, and stays beside it.
  const chosen = listed ?? (opened?.cleared_at ? opened : undefined);
  return (
    <ListWithDetail
      list={
        <ListPage
          name="alarms"
          title={t("alarms.title")}
          label={t("alarms.list")}
          list={list}
          columns={useAlarmColumns()}
          rowKey={({ id }) => String(id)}
          selected={chosen === undefined ? null : String(chosen.id)}
          onOpen={setOpened}
          filters={
            <FilterSelect
              label={t("alarms.state.title")}
              value={values.cleared}
              width={136}
              onChange={(cleared) => set({ cleared })}
              options={[
                { value: "0", label: t("alarms.state.open") },
                { value: "1", label: t("alarms.state.cleared") },
              ]}
            />
          }
          empty={
            active ? (
              <EmptyList
                title={t("alarms.emptyFound")}
                hint={t("audit.emptyHint")}
                onClear={clear}
              />
            ) : (
              <EmptyList title={t("alarms.empty")} hint={t("alarms.emptyHint")} />
            )
          }
        />
      }
      detail={
        chosen !== undefined && (
          <DetailPanel title={alarmWord(chosen)} onClose={() => setOpened(null)}>
            <AlarmDetail alarm={chosen} onCleared={setOpened} />
          </DetailPanel>
        )
      }
    />
  );
}

function AlarmDetail({
  alarm,
  onCleared,
}: {
  alarm: AlarmSummary;
  onCleared: (alarm: AlarmSummary) => void;
}) {
  const { t } = useTranslation();
  const { zone } = useSession();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      onCleared(await clearAlarm(alarm.id));
      void client.invalidateQueries({ queryKey: ["alarms"] });
      void message.success(t("alarms.cleared"));
    } catch (error) {
      void message.error(error instanceof ApiError ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="detail">
      <p className="facts-head">
        <StateTag alarm={alarm} />
        <TimeText at={alarm.at} />
      </p>
      <p>{alarmSentence(alarm, zone)}</p>
      {alarm.withheld && <p className="lx-soft">{t("audit.withheldHint")}</p>}
      {Object.keys(alarm.data).length > 0 && (
        <details>
          <summary>{t("audit.technical")}</summary>
          <pre className="data">{JSON.stringify(alarm.data, null, 2)}</pre>
        </details>
      )}
      {alarm.cleared_at === null ? (
        <>
          <p className="lx-soft">{t("alarms.hint")}</p>
          <p className="detail-buttons">
            <Button type="primary" loading={busy} onClick={() => void run()}>
              {t("alarms.clear")}
            </Button>
          </p>
        </>
      ) : (
        <p className="lx-soft">
          {t("alarms.clearedBy", { name: alarm.cleared_by?.name ?? t("common.system") })}{" "}
          <TimeText at={alarm.cleared_at} />
        </p>
      )}
    </div>
  );
}

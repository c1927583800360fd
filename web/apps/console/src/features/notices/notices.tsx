import { useTranslation, wordFor } from "@lianxin/i18n";
import type { Column } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useMemo } from "react";
import { firstColumns, type Lamps, Outbox, useOutboxFilter } from "../../shared/components/outbox";
import { useAct } from "../../shared/components/use-act";
import { type Notice, sendAgain, useNotices } from "./data";

const LAMPS: Lamps<Notice["state"]> = {
  waiting: ["hold", "ring"],
  sent: ["ready", "disc"],
  failed: ["failed", "cross"],
};

/** 短信: what was told to citizens, and whether it arrived. */
export function Notices() {
  const filter = useOutboxFilter<Notice["state"]>();
  const list = useNotices(filter.query);
  return (
    <Outbox name="notices" lamps={LAMPS} filter={filter} list={list} columns={useNoticeColumns()} />
  );
}

function useNoticeColumns(): Column<Notice>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      ...firstColumns<Notice["state"], Notice>(t, "notices", LAMPS),
      {
        key: "text",
        title: t("notices.field.text"),
        cell: ({ text, template, withheld }) =>
          text || <span className="lx-faint">{withheld ? t("notices.withheld") : template}</span>,
      },
      {
        key: "error",
        title: t("notices.field.error"),
        width: 168,
        cell: ({ last_error }) =>
          last_error ? wordFor("connections.reason", last_error, last_error) : "—",
      },
      {
        key: "again",
        title: t("notices.field.tries"),
        width: 152,
        cell: (notice) => <Tries notice={notice} />,
      },
    ],
    [t],
  );
}

function Tries({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [busy, act] = useAct();
  const again = async () => {
    await act(() => sendAgain(notice.id));
    await client.invalidateQueries({ queryKey: ["notices"] });
  };
  return (
    <>
      {notice.tries}{" "}
      {notice.state === "failed" && (
        <Button size="small" loading={busy} onClick={() => void again()}>
          {t("notices.again")}
        </Button>
      )}
    </>
  );
}

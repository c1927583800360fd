import { useTranslation, wordFor } from "@lianxin/i18n";
import type { Column } from "@lianxin/ui";
import { useMemo } from "react";
import { Link } from "react-router";
import { firstColumns, Outbox, useOutboxFilter } from "../../shared/components/outbox";
import { reasonWord } from "../../shared/components/reason-word";
import { type Notice, useNotices } from "./data";
import { NoticeDetail } from "./notice-detail";
import { SendAgain } from "./send-again";
import { LAMPS } from "./state-tag";

/** 短信: what was told to citizens, and whether it arrived. */
export function Notices() {
  const filter = useOutboxFilter<Notice["state"]>();
  const list = useNotices(filter.query);
  return (
    <Outbox
      name="notices"
      lamps={LAMPS}
      filter={filter}
      list={list}
      columns={useNoticeColumns()}
      detail={(notice) => <NoticeDetail notice={notice} />}
    />
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
          text || (
            <span className="lx-faint">
              {withheld ? t("notices.withheld") : wordFor("notices.shipped", template, template)}
            </span>
          ),
      },
      {
        key: "case",
        title: t("notices.field.case"),
        width: 136,
        cell: ({ case: id, event }) => <OfCase id={id} event={event} />,
      },
      {
        key: "error",
        title: t("notices.field.error"),
        width: 168,
        cell: ({ last_error }) => (last_error ? reasonWord(last_error) : "—"),
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

function OfCase({ id, event }: { id: Notice["case"]; event: Notice["event"] }) {
  const { t } = useTranslation();
  if (event === null) return "—";
  const word = t(`notices.event.${event}`);
  return id === null ? word : <Link to={`/cases/${id}?range=any`}>{word}</Link>;
}

function Tries({ notice }: { notice: Notice }) {
  return (
    <>
      {notice.tries} <SendAgain notice={notice} />
    </>
  );
}

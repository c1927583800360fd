import type { QueueRead } from "@lianxin/api";
import { listOf, useTranslation } from "@lianxin/i18n";
import { type Column, DataTable, Empty, Skeleton } from "@lianxin/ui";
import { useMemo } from "react";
import { useNavigate, useParams } from "react-router";
import { LineTabs } from "../../shared/components/line-tabs";
import { DetailPanel, ListWithDetail } from "../../shared/components/list-page";
import { LoadFailure } from "../../shared/components/load-failure";
import { hasRole, useSession } from "../../shared/session";
import { useQueues } from "./data";
import { MembersForm } from "./members-form";
import { QueueForm } from "./queue-form";

function useQueueColumns(brief: boolean): Column<QueueRead>[] {
  const { t } = useTranslation();
  const all = useMemo<Column<QueueRead>[]>(
    () => [
      { key: "name", title: t("queues.field.name"), cell: ({ name }) => name },
      {
        key: "agents",
        title: t("queues.field.agents"),
        width: 240,
        cell: ({ agents }) =>
          listOf(agents) || <span className="lx-faint">{t("queues.nobody")}</span>,
      },
      {
        key: "announce",
        title: t("queues.field.announcement"),
        width: 200,
        cell: (queue) => t(`queues.announcement.${announcementOf(queue)}`),
      },
      {
        key: "ring",
        title: t("queues.field.ring"),
        width: 120,
        cell: ({ ring_seconds }) => t("queues.seconds", { seconds: ring_seconds }),
      },
      {
        key: "wrap_up",
        title: t("queues.field.wrapUp"),
        width: 140,
        cell: ({ wrap_up_seconds }) =>
          wrap_up_seconds === 0
            ? t("queues.untilReady")
            : t("queues.seconds", { seconds: wrap_up_seconds }),
      },
    ],
    [t],
  );
  return brief ? all.slice(0, 2) : all;
}

function announcementOf(queue: QueueRead): "none" | "whole" | "cut" {
  if (!queue.announce_agent_number) return "none";
  return queue.may_cut_announcement ? "cut" : "whole";
}

/** 队列: who waits for whom, and what happens as an agent comes. */
export function QueuesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { code } = useParams();
  const session = useSession();
  const mayChange = hasRole(session, "administrator");
  const leads = mayChange || hasRole(session, "supervisor");
  const queues = useQueues();
  const chosen = queues.data?.find((queue) => queue.code === code);
  const columns = useQueueColumns(chosen !== undefined);
  const go = (to: string) => void navigate(to === "" ? "/lines/queues" : `/lines/queues/${to}`);
  return (
    <ListWithDetail
      list={
        <section className="list" aria-label={t("queues.title")}>
          <header className="list-head">
            <LineTabs here="queues" />
            <span className="list-filters" />
          </header>
          <div className="list-body">
            {queues.isPending && <Skeleton rows={4} label={t("common.loading")} />}
            {queues.isError && queues.data === undefined && (
              <LoadFailure error={queues.error} onRetry={() => void queues.refetch()} />
            )}
            {queues.data?.length === 0 && (
              <Empty title={t("queues.empty")} hint={t("queues.emptyHint")} />
            )}
            {queues.data !== undefined && queues.data.length > 0 && (
              <DataTable
                label={t("queues.list")}
                columns={columns}
                rows={queues.data}
                rowKey={(queue) => queue.code}
                selected={code ?? null}
                onOpen={(queue) => go(queue.code)}
              />
            )}
          </div>
        </section>
      }
      detail={
        chosen !== undefined && (
          <DetailPanel title={chosen.name} onClose={() => go("")}>
            <div className="detail">
              {!mayChange && <p className="lx-soft">{t("lines.readOnly")}</p>}
              <QueueForm key={chosen.code} queue={chosen} mayChange={mayChange} />
              {leads && <MembersForm key={`${chosen.code} members`} queue={chosen} />}
            </div>
          </DetailPanel>
        )
      }
    />
  );
}

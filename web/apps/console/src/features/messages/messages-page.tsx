import type { MessageSummary } from "@lianxin/api";
import { duration, useTranslation } from "@lianxin/i18n";
import { type Column, Tag } from "@lianxin/ui";
import { Button } from "antd";
import { useMemo, useRef } from "react";
import { Link, useNavigate } from "react-router";
import { CallerNumber } from "../../shared/components/caller-number";
import { FilterSelect } from "../../shared/components/filters";
import {
  DetailPanel,
  EmptyList,
  ListPage,
  ListWithDetail,
} from "../../shared/components/list-page";
import { Recordings } from "../../shared/components/recording";
import { TimeText } from "../../shared/components/time-text";
import { useFilters } from "../../shared/components/use-filters";
import { useOpened } from "../../shared/components/use-opened";
import { masked } from "../../shared/formats/number";
import { hasRole, useSession } from "../../shared/session";
import { useDraftDesk } from "../desk";
import { type MessageQuery, useMessages } from "./data";

const FILTERS = ["kind", "listened"] as const;
const KINDS = ["complaint", "report", "mailbox", "message", "fallback"] as const;

type Values = Record<(typeof FILTERS)[number], string>;

export function messageQuery({ kind, listened }: Values): MessageQuery {
  return {
    ...(kind === "" ? {} : { kind: kind as NonNullable<MessageQuery["kind"]> }),
    ...(listened === "" ? {} : { listened: listened === "1" }),
  };
}

function useMessageColumns(): Column<MessageSummary>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        key: "listened",
        title: t("messages.heard"),
        width: 120,
        cell: ({ listened }) =>
          listened ? (
            <Tag tone="off" shape="disc">
              {t("messages.isHeard")}
            </Tag>
          ) : (
            <Tag tone="hold" shape="bell">
              {t("messages.isNew")}
            </Tag>
          ),
      },
      {
        key: "began",
        title: t("calls.field.started"),
        width: 192,
        cell: ({ recording }) => <TimeText at={recording.began_at} />,
      },
      {
        key: "kind",
        title: t("calls.kind.title"),
        width: 128,
        cell: ({ recording }) => t(`calls.kind.${recording.kind}`),
      },
      {
        key: "caller",
        title: t("calls.field.caller"),
        width: 152,
        cell: ({ caller }) => (
          <span className="lx-figure">
            {caller === "" ? t("common.unknownNumber") : masked(caller)}
          </span>
        ),
      },
      {
        key: "length",
        title: t("calls.field.length"),
        width: 88,
        align: "end",
        cell: ({ recording }) => (
          <span className="lx-figure">{duration(recording.milliseconds)}</span>
        ),
      },
      {
        key: "case",
        title: t("calls.linked"),
        cell: (message) =>
          message.case ? (
            <Link className="lx-figure" to={`/cases/${message.case.id}`}>
              {message.case.number}
            </Link>
          ) : (
            <span className="lx-faint">{t("messages.noCase")}</span>
          ),
      },
    ],
    [t],
  );
}

/** 留言: what citizens recorded, and the case that came of it. */
export function MessagesPage() {
  const { t } = useTranslation();
  const { values, set, clear, active } = useFilters(FILTERS);
  const [id, open] = useOpened();
  const list = useMessages(messageQuery(values));
  const chosen = useChosen(id, list, values.kind);
  return (
    <ListWithDetail
      list={
        <ListPage
          name="messages"
          title={t("messages.title")}
          label={t("messages.list")}
          list={list}
          columns={useMessageColumns()}
          rowKey={({ recording }) => recording.id}
          selected={id}
          onOpen={({ recording }) => open(recording.id)}
          filters={
            <>
              <FilterSelect
                label={t("calls.kind.title")}
                value={values.kind}
                width={136}
                onChange={(kind) => set({ kind })}
                options={KINDS.map((value) => ({ value, label: t(`calls.kind.${value}`) }))}
              />
              <FilterSelect
                label={t("messages.heard")}
                value={values.listened}
                width={136}
                onChange={(listened) => set({ listened })}
                options={[
                  { value: "0", label: t("messages.isNew") },
                  { value: "1", label: t("messages.isHeard") },
                ]}
              />
            </>
          }
          empty={
            active ? (
              <EmptyList title={t("messages.empty")} hint={t("audit.emptyHint")} onClear={clear} />
            ) : (
              <EmptyList title={t("messages.empty")} hint={t("messages.emptyHint")} />
            )
          }
        />
      }
      detail={
        chosen !== undefined && (
          <DetailPanel title={t("messages.title")} onClose={() => open(null)}>
            <MessageDetail message={chosen} />
          </DetailPanel>
        )
      }
    />
  );
}

/**
 * The message that is open. Heard, it leaves the list of those that nobody has heard while somebody
 * listens to it, and stays; closed to who reads, it is in no list any more, and goes.
 */
function useChosen(
  id: string | null,
  list: ReturnType<typeof useMessages>,
  kind: string,
): MessageSummary | undefined {
  const isOpen = ({ recording }: MessageSummary) => recording.id === id;
  const listed = list.rows.find(isOpen);
  const last = useRef(listed);
  if (listed !== undefined) last.current = listed;
  const before = last.current !== undefined && isOpen(last.current) ? last.current : undefined;
  const left = listed === undefined && before !== undefined;
  const caller = before?.caller ?? "";
  const query = { ...messageQuery({ kind, listened: "1" }), ...(caller === "" ? {} : { caller }) };
  const heard = useMessages(query, left);
  if (!left) return listed;
  const known = heard.data !== undefined && !heard.isFetching;
  return known ? heard.rows.find(isOpen) : before;
}

function MessageDetail({ message }: { message: MessageSummary }) {
  const { t } = useTranslation();
  const { recording, caller } = message;
  return (
    <div className="detail">
      <p className="facts-head">
        <CallerNumber number={caller} />
        <TimeText at={recording.began_at} />
      </p>
      <Recordings items={[recording]} none="" />
      <h3>{t("calls.linked")}</h3>
      {message.case === null ? (
        <OpenCase message={message} />
      ) : (
        <Link className="lx-figure" to={`/cases/${message.case.id}`}>
          {message.case.number}
        </Link>
      )}
      <Link to={`/calls/${recording.call}?range=any`}>{t("cases.call")}</Link>
    </div>
  );
}

/** Nobody has made a case of it: who hears it writes one at the desk, and it is attached to that. */
function OpenCase({ message: { recording, caller } }: { message: MessageSummary }) {
  const { t } = useTranslation();
  const session = useSession();
  const desk = useDraftDesk();
  const navigate = useNavigate();
  if (!recording.may_hear || !hasRole(session, "agent", "supervisor")) {
    return <p className="lx-soft">{t("messages.noCase")}</p>;
  }
  const open = () => {
    desk.openForPast({ id: recording.call, caller });
    void navigate("/");
  };
  return (
    <p className="detail-buttons">
      <Button onClick={open}>{t("messages.openCase")}</Button>
    </p>
  );
}

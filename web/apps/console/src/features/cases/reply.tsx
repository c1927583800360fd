import type { CaseRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Tag } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { ReadingLine } from "../../shared/components/reading-line";
import { TimeText } from "../../shared/components/time-text";
import { useAct } from "../../shared/components/use-act";
import { invalidate } from "../../shared/data/invalidate";
import { hasRole, useSession } from "../../shared/session";
import { approveReply } from "./data";
import { ReplyForm } from "./reply-form";
import { useReplyEdit } from "./use-reply-edit";

type Reply = CaseRead["replies"][number];

/** 答复: what the citizen is told, what waits for an approval, and what they were told before. */
export function ReplySection({ detail }: { detail: CaseRead }) {
  const { t } = useTranslation();
  const editing = useReplyEdit(detail);
  const [approved, ...older] = detail.replies.filter((reply) => reply.approved_at !== null);
  return (
    <section className="reply" aria-label={t("cases.reply.title")}>
      <h3>{t("cases.reply.title")}</h3>
      {approved && (
        <ReplyView reply={approved} tone="ready" shape="disc" state={t("cases.reply.approved")}>
          <ReadingLine reading={detail.reading} />
        </ReplyView>
      )}
      {editing.edit === null ? (
        <Next detail={detail} correcting={approved !== undefined} onWrite={editing.start} />
      ) : (
        <>
          <OthersDraft detail={detail} over={editing.edit.over} />
          <ReplyForm edit={editing.edit} editing={editing} />
        </>
      )}
      {older.length > 0 && <Older replies={older} />}
    </section>
  );
}

function draftOf({ replies }: CaseRead): Reply | undefined {
  return replies.find((reply) => reply.approved_at === null);
}

/** What somebody else has drafted since this one was begun over `over`. */
function OthersDraft({ detail, over }: { detail: CaseRead; over: string }) {
  const { t } = useTranslation();
  const draft = draftOf(detail);
  if (draft === undefined || draft.text === over) return null;
  return (
    <ReplyView reply={draft} tone="hold" shape="pen" state={t("cases.reply.draft")}>
      <p className="lx-tone-hold">{t("cases.reply.newer")}</p>
    </ReplyView>
  );
}

/** The draft, and what may be done: write, change or correct it, approve it. */
function Next({
  detail,
  correcting,
  onWrite,
}: {
  detail: CaseRead;
  /** The citizen has been given a reply already. */
  correcting: boolean;
  onWrite: (draft: Reply | undefined) => void;
}) {
  const { t } = useTranslation();
  const draft = draftOf(detail);
  // Whose role has it, and who may not: the case is not so far.
  const led = hasRole(useSession(), "supervisor") ? "early" : "awaits";
  const waits = detail.approvable ? led : "nobody";
  const first = correcting ? "cases.reply.correct" : "cases.reply.write";
  return (
    <>
      {draft && (
        <ReplyView reply={draft} tone="hold" shape="pen" state={t("cases.reply.draft")}>
          <p className="lx-soft">{t(`cases.reply.${detail.may_approve ? "unseen" : waits}`)}</p>
        </ReplyView>
      )}
      {detail.replies.length === 0 && <p className="lx-soft">{t("cases.reply.empty")}</p>}
      <p className="detail-buttons">
        {draft && detail.may_approve && <Approve detail={detail} />}
        <Button onClick={() => onWrite(draft)}>{t(draft ? "cases.reply.change" : first)}</Button>
      </p>
    </>
  );
}

function ReplyView({
  reply,
  tone,
  shape,
  state,
  children,
}: {
  reply: Reply;
  tone: "ready" | "hold";
  shape: "disc" | "pen";
  state: string;
  children: React.ReactNode;
}) {
  return (
    <div className="reply-view">
      <p className="facts-head">
        <Tag tone={tone} shape={shape}>
          {state}
        </Tag>
        <Signed reply={reply} />
      </p>
      <p className="prose" lang={reply.language}>
        {reply.text}
      </p>
      {children}
    </div>
  );
}

/** Who stands for it, and since when. */
function Signed({ reply }: { reply: Reply }) {
  const by = reply.approved_by ?? reply.written_by;
  return (
    <span className="lx-faint">
      {by.number} {by.name} <TimeText at={reply.approved_at ?? reply.written_at} />
    </span>
  );
}

function Approve({ detail }: { detail: CaseRead }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const [busy, act] = useAct();
  const approve = async () => {
    const sure = await modal.confirm({
      title: t("cases.reply.approveSure", { number: detail.number }),
      content: t("cases.reply.approveHint"),
      okText: t("cases.reply.approve"),
      cancelText: t("common.cancel"),
    });
    if (!sure) return;
    const done = await act(async () => {
      client.setQueryData(["case", detail.id], await approveReply(detail.id, detail.version));
    });
    invalidate(client, { kind: "case", id: detail.id });
    if (done) void message.success(t("cases.reply.approvedNow", { number: detail.number }));
  };
  return (
    <Button type="primary" loading={busy} onClick={() => void approve()}>
      {t("cases.reply.approve")}
    </Button>
  );
}

function Older({ replies }: { replies: readonly Reply[] }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t("cases.reply.older", { count: replies.length })}</summary>
      <ul className="reply-older">
        {replies.map((reply) => (
          <li key={reply.number}>
            <Signed reply={reply} />
            <p className="prose" lang={reply.language}>
              {reply.text}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

import type { CaseRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Tag } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { ReadingLine } from "../../shared/components/reading-line";
import { TimeText } from "../../shared/components/time-text";
import { useAct } from "../../shared/components/use-act";
import { invalidate } from "../../shared/data/invalidate";
import { approveReply } from "./data";
import { ReplyForm } from "./reply-form";
import { useReplyEdit } from "./use-reply-edit";

type Reply = CaseRead["replies"][number];

/** 答复: what the citizen is told, what waits for an approval, and what was told before. */
export function ReplySection({ detail }: { detail: CaseRead }) {
  const { t } = useTranslation();
  const editing = useReplyEdit(detail);
  const [told, ...older] = detail.replies.filter((reply) => reply.approved_at !== null);
  return (
    <section className="reply" aria-label={t("cases.reply.title")}>
      <h3>{t("cases.reply.title")}</h3>
      {told && (
        <Shown reply={told} tone="ready" shape="disc" state={t("cases.reply.approved")}>
          <ReadingLine reading={detail.reading} />
        </Shown>
      )}
      {editing.edit !== null ? (
        <ReplyForm edit={editing.edit} editing={editing} />
      ) : (
        <Next detail={detail} told={told !== undefined} onWrite={editing.start} />
      )}
      {older.length > 0 && <Older replies={older} />}
    </section>
  );
}

/** The draft, and what may be done: write, change or correct it, approve it. */
function Next({
  detail,
  told,
  onWrite,
}: {
  detail: CaseRead;
  told: boolean;
  onWrite: (draft: Reply | undefined) => void;
}) {
  const { t } = useTranslation();
  const draft = detail.replies.find((reply) => reply.approved_at === null);
  const first = told ? "cases.reply.correct" : "cases.reply.write";
  return (
    <>
      {draft && (
        <Shown reply={draft} tone="hold" shape="pen" state={t("cases.reply.draft")}>
          <p className="lx-soft">
            {t(detail.may_approve ? "cases.reply.unseen" : "cases.reply.awaits")}
          </p>
        </Shown>
      )}
      {detail.replies.length === 0 && <p className="lx-soft">{t("cases.reply.empty")}</p>}
      <p className="detail-buttons">
        {draft && detail.may_approve && <Approve detail={detail} />}
        <Button onClick={() => onWrite(draft)}>{t(draft ? "cases.reply.change" : first)}</Button>
      </p>
    </>
  );
}

function Shown({
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
    <div className="reply-shown">
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

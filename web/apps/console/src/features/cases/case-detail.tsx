import { ApiError, type CaseRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Failure, Skeleton } from "@lianxin/ui";
import { Alert, App, Button } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { CallerNumber } from "../../shared/components/caller-number";
import { Recordings } from "../../shared/components/recording";
import { CaseHead } from "../../shared/components/tags";
import { TimeText } from "../../shared/components/time-text";
import { useKeys } from "../../shared/keys";
import { CaseActs } from "./case-acts";
import { CaseForm } from "./case-form";
import { CaseHistory } from "./case-history";
import { CodeButton } from "./code-button";
import { ConflictDialog } from "./conflict-dialog";
import { useCase } from "./data";
import { changedFields } from "./merge";
import { PrintSheet } from "./print-sheet";
import { ReplySection } from "./reply";
import { useCaseEdit } from "./use-case-edit";

/** A case: read, change, print, give a new code. */
export function CaseDetailView({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useCase(id);
  const editing = useCaseEdit(id);
  if (error && !data) {
    return (
      <Failure
        title={t("common.loadFailed")}
        detail={error instanceof ApiError ? error.message : undefined}
        retryLabel={t("common.retry")}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) return <Skeleton rows={10} label={t("common.loading")} />;
  return editing.edit === null ? (
    <Reading detail={data} onEdit={() => editing.start(data)} />
  ) : (
    <Editing detail={data} editing={editing} />
  );
}

function Reading({ detail, onEdit }: { detail: CaseRead; onEdit: () => void }) {
  const { t } = useTranslation();
  const facts: [string, ReactNode][] = [
    [t("cases.field.citizen_name"), detail.citizen_name || t("common.anonymous")],
    [t("cases.field.phone"), <CallerNumber key="phone" number={detail.phone} />],
    [t("cases.field.address"), detail.address || "—"],
    [t("cases.source.title"), t(`cases.source.${detail.source}`)],
    [t("cases.secrecy.title"), t(`cases.secrecy.${detail.secrecy}`)],
    [
      t("cases.field.by"),
      detail.created_by
        ? `${detail.created_by.number} ${detail.created_by.name}`
        : t("common.system"),
    ],
    [t("cases.field.created"), <TimeText key="created" at={detail.created_at} />],
    [
      t("cases.field.updated"),
      <span key="updated">
        <TimeText at={detail.updated_at} /> {detail.updated_by?.name}
      </span>,
    ],
  ];
  return (
    <article className="detail">
      <CaseHead item={detail} />
      <h2>{detail.title}</h2>
      <p className="prose">{detail.content}</p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <CaseActs detail={detail} />
      <p className="detail-buttons">
        <Button onClick={onEdit}>{t("cases.edit")}</Button>
        <CodeButton id={detail.id} number={detail.number} />
        <Button onClick={() => window.print()}>{t("common.print")}</Button>
      </p>
      <ReplySection detail={detail} />
      <h3>{t("cases.recordings")}</h3>
      <Recordings items={detail.recordings} none={t("cases.noRecordings")} />
      {detail.call !== null && (
        <p>
          <Link to={`/calls/${detail.call}?range=any`}>{t("cases.call")}</Link>
        </p>
      )}
      <CaseHistory detail={detail} />
      <PrintSheet detail={detail} />
    </article>
  );
}

function Editing({
  detail,
  editing,
}: {
  detail: CaseRead;
  editing: ReturnType<typeof useCaseEdit>;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { edit, conflict, problem, busy, change, discard, save, saveMerged, postpone } = editing;
  const tell = (saved: boolean) => {
    if (saved) void message.success(t("cases.saved", { number: detail.number }));
  };
  const unnamed = edit?.mine.title.trim() === "";
  const run = async () => {
    if (!unnamed) tell(await save());
  };
  useKeys([
    { combo: "Ctrl+Enter", label: t("common.save"), run: () => void run() },
    { combo: "Ctrl+S", label: t("common.save"), run: () => void run() },
  ]);
  if (edit === null) return null;
  const dirty = changedFields(edit.base, edit.mine).length > 0;
  return (
    <div className="detail">
      {problem !== null && <Alert type="error" title={problem} role="alert" showIcon />}
      <CaseForm fields={edit.mine} onChange={change} locked={busy} />
      <p className="detail-buttons detail-sticky">
        <Button type="primary" loading={busy} disabled={unnamed} onClick={() => void run()}>
          {t("common.save")} <kbd>Ctrl ↵</kbd>
        </Button>
        <Button disabled={busy} onClick={discard}>
          {dirty ? t("cases.discard") : t("common.cancel")}
        </Button>
        {dirty && <span className="lx-tone-hold">{t("cases.unsaved")}</span>}
      </p>
      {conflict !== null && (
        <ConflictDialog
          edit={edit}
          conflict={conflict}
          busy={busy}
          onSave={async (merged) => tell(await saveMerged(merged))}
          onCancel={postpone}
        />
      )}
    </div>
  );
}

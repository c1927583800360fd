import type { CaseRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Skeleton } from "@lianxin/ui";
import { Button } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { CallerNumber } from "../../shared/components/caller-number";
import { Facts } from "../../shared/components/facts";
import { Recordings } from "../../shared/components/recording";
import { CaseHead } from "../../shared/components/tags";
import { TimeText } from "../../shared/components/time-text";
import { CaseActs } from "./case-acts";
import { CaseForm } from "./case-form";
import { CaseHistory } from "./case-history";
import { ClosedCase, OwnWords } from "./closed-case";
import { CodeButton } from "./code-button";
import { useCase } from "./data";
import { PrintSheet } from "./print-sheet";
import { ReplySection } from "./reply";
import { useCaseEdit } from "./use-case-edit";

/** A case: read, change, print, give a new code. */
export function CaseDetailView({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useCase(id);
  const editing = useCaseEdit(id);
  if (error && !data) {
    const retry = () => void refetch();
    return <ClosedCase id={id} error={error} onRetry={retry} onClosed={editing.leave} />;
  }
  if (!data) return <Skeleton rows={10} label={t("common.loading")} />;
  return editing.edit === null ? (
    <Reading detail={data} onEdit={() => editing.start(data)} />
  ) : (
    <CaseForm number={data.number} edit={editing.edit} editing={editing} />
  );
}

function Reading({ detail, onEdit }: { detail: CaseRead; onEdit: () => void }) {
  const { t } = useTranslation();
  const facts: [string, ReactNode][] = [
    [t("cases.field.citizen_name"), detail.citizen_name || t("common.anonymous")],
    [
      t("cases.field.phone"),
      <CallerNumber key="phone" number={detail.phone} extension={detail.phone_extension} />,
    ],
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
      <OwnWords id={detail.id} except="reply" />
      <CaseHead item={detail} />
      <h2>{detail.title}</h2>
      <p className="prose">{detail.content}</p>
      <Facts items={facts} />
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

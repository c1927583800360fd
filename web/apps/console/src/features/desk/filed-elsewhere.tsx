import { useTranslation } from "@lianxin/i18n";
import { Tag } from "@lianxin/ui";
import { Alert, Button } from "antd";
import { Link } from "react-router";
import type { Draft, FiledDraft } from "./drafts";

/** Another tab made a case of this draft: there the number and the code were told. */
export function FiledElsewhere({ draft, onDone }: { draft: Draft; onDone: () => void }) {
  const { t } = useTranslation();
  const { filed, fields } = draft;
  if (filed === undefined) return null;
  return (
    <section className="result" aria-live="polite">
      <h2>
        <Tag tone="ready">{t("cases.state.accepted")}</Tag>{" "}
        {t("desk.elsewhere.title", { number: filed.number })}
      </h2>
      <p className="lx-soft">{fields.title}</p>
      <p>{t("desk.elsewhere.hint")}</p>
      <p className="result-buttons">
        <Button type="primary" onClick={onDone}>
          {t("desk.result.next")}
        </Button>
        <Link to={`/cases/${filed.id}`}>{t("desk.result.open")}</Link>
      </p>
    </section>
  );
}

/** Above a draft that another tab filed, in which there are words that the case has not. */
export function FiledNote({ filed: { id, number } }: { filed: FiledDraft }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="warning"
      showIcon
      title={t("desk.elsewhere.title", { number })}
      description={t("desk.elsewhere.more")}
      action={<Link to={`/cases/${id}`}>{t("desk.result.open")}</Link>}
    />
  );
}

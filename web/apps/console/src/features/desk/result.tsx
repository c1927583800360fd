import type { CaseOpened } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Copy, Tag } from "@lianxin/ui";
import { Button } from "antd";
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import { Figures } from "../../shared/components/figures";

/** The case is filed: its number and code, large enough to read out. */
export function Result({ opened, onDone }: { opened: CaseOpened; onDone: () => void }) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { number, title: subject, id } = opened.case;
  const both =
    opened.code === null ? number : t("desk.result.copyText", { number, code: opened.code });
  return (
    <section className="result" aria-live="polite">
      <h2 ref={title} tabIndex={-1}>
        <Tag tone="ready">{t("cases.state.accepted")}</Tag> {t("desk.result.title")}
      </h2>
      <p className="lx-soft">{subject}</p>
      <Figures number={number} code={opened.code} />
      <p>{t("desk.result.hint")}</p>
      <p className="result-buttons">
        <Button type="primary" onClick={onDone}>
          {t("desk.result.next")}
        </Button>
        <Link to={`/cases/${id}`}>{t("desk.result.open")}</Link>
        <Copy text={both} label={t("desk.result.copyBoth")} done={t("common.copied")} />
      </p>
    </section>
  );
}

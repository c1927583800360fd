import type { CaseOpened } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Copy, Tag } from "@lianxin/ui";
import { Button } from "antd";
import { useEffect, useRef } from "react";
import { Link } from "react-router";

/** Groups are read out more surely than a row of digits: city, date, sequence; codes by three. */
export function spaced(text: string): string {
  if (text.length > 10) return `${text.slice(0, 4)} ${text.slice(4, 10)} ${text.slice(10)}`;
  return text.replace(/(.{3})(?=.)/g, "$1 ");
}

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
      <dl className="result-figures">
        <div>
          <dt>{t("desk.result.number")}</dt>
          <dd>{spaced(number)}</dd>
          <Copy text={number} label={t("common.copy")} done={t("common.copied")} />
        </div>
        {opened.code !== null && (
          <div>
            <dt>{t("desk.result.code")}</dt>
            <dd>{spaced(opened.code)}</dd>
            <Copy text={opened.code} label={t("common.copy")} done={t("common.copied")} />
          </div>
        )}
      </dl>
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

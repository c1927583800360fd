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
  // Another window filed it at the same moment: the code was told there, once.
  const copied =
    opened.code === null
      ? { text: number, label: t("desk.result.copyNumber") }
      : {
          text: t("desk.result.copyText", { number, code: opened.code }),
          label: t("desk.result.copyBoth"),
        };
  return (
    <section className="result" aria-live="polite">
      <h2 ref={title} tabIndex={-1}>
        <Tag tone="ready">{t("cases.state.accepted")}</Tag> {t("desk.result.title")}
      </h2>
      <p className="lx-soft">{subject}</p>
      <Figures number={number} code={opened.code} />
      <p>{t(opened.code === null ? "desk.elsewhere.hint" : "desk.result.hint")}</p>
      <p className="result-buttons">
        <Button type="primary" onClick={onDone}>
          {t("desk.result.next")}
        </Button>
        <Link to={`/cases/${id}`}>{t("desk.result.open")}</Link>
        <Copy {...copied} done={t("common.copied")} />
      </p>
    </section>
  );
}

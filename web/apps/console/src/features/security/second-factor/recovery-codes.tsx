import { fullMoment, useTranslation } from "@lianxin/i18n";
import { Copy } from "@lianxin/ui";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { createPortal } from "react-dom";
import { useSession } from "../../../shared/session";
import "./second-factor.css";

/** The codes for the loss of a telephone: shown once, and gone when this is left. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  return (
    <div className="form-stack">
      <p>{t("security.factor.codesHint")}</p>
      <CodeList codes={codes} />
      <p className="detail-buttons">
        <Copy text={codes.join("\n")} label={t("common.copy")} done={t("common.copied")} />
        <Button size="small" onClick={() => window.print()}>
          {t("common.print")}
        </Button>
      </p>
      <Checkbox checked={kept} onChange={({ target }) => setKept(target.checked)}>
        {t("security.factor.kept")}
      </Checkbox>
      <p className="detail-buttons">
        <Button type="primary" disabled={!kept} onClick={onDone}>
          {t("security.factor.done")}
        </Button>
      </p>
      <CodeSheet codes={codes} />
    </div>
  );
}

function CodeList({ codes }: { codes: string[] }) {
  const { t } = useTranslation();
  return (
    <ol className="factor-codes" aria-label={t("security.factor.codes")}>
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
  );
}

/** The codes on paper: the only thing on the page while it is printed. */
function CodeSheet({ codes }: { codes: string[] }) {
  const { t } = useTranslation();
  const { centre, number, name, zone } = useSession();
  return createPortal(
    <section className="print-sheet" aria-hidden="true">
      <h1>
        {centre.name} {t("security.factor.codes")}
      </h1>
      <p className="factor-hint">{t("security.factor.sheetHint")}</p>
      <CodeList codes={codes} />
      <p>
        {fullMoment(Date.now(), zone)} {number} {name}
      </p>
    </section>,
    document.body,
  );
}

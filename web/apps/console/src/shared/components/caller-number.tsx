import { useTranslation } from "@lianxin/i18n";
import { useState } from "react";
import { masked } from "../formats/number";

/** A citizen's number, masked until somebody asks to see it. */
export function CallerNumber({ number }: { number: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  if (number === "") return <span className="lx-faint">{t("common.unknownNumber")}</span>;
  return (
    <span className="caller-number">
      <span className="lx-figure">{shown ? number : masked(number)}</span>
      <button type="button" className="quiet" onClick={() => setShown(!shown)} aria-pressed={shown}>
        {shown ? t("common.conceal") : t("common.reveal")}
      </button>
    </span>
  );
}

import { useTranslation } from "@lianxin/i18n";
import { useState } from "react";
import { masked } from "../formats/number";
import { phoneText } from "../formats/phone-text";

/** A citizen's number, masked until somebody asks to see it; its extension is nobody's alone. */
export function CallerNumber({ number, extension = "" }: { number: string; extension?: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  if (number === "") return <span className="lx-faint">{t("common.unknownNumber")}</span>;
  const digits = shown ? number : masked(number);
  return (
    <span className="caller-number">
      <span className="lx-figure">{phoneText({ digits, extension })}</span>
      <button type="button" className="quiet" onClick={() => setShown(!shown)} aria-pressed={shown}>
        {shown ? t("common.conceal") : t("common.reveal")}
      </button>
    </span>
  );
}

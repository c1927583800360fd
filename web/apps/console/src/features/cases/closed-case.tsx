import { useTranslation } from "@lianxin/i18n";
import { Copy } from "@lianxin/ui";
import { Button } from "antd";
import { useEffect, useState } from "react";
import { LoadFailure } from "../../shared/components/load-failure";
import { isClosed } from "../../shared/data/closed";
import { ownerOf, useSession } from "../../shared/session";
import { forgetOwnWords, keepOwnWords, type OwnWord, ownWords } from "./own-words";

/** In the place of a case that could not be read. */
export function ClosedCase({
  id,
  error,
  onRetry,
  onClosed,
}: {
  id: string;
  error: unknown;
  onRetry: () => void;
  /** It is not for this person any more: what was read of it is to be let go. */
  onClosed: () => void;
}) {
  const owner = ownerOf(useSession());
  const closed = isClosed(error);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it is found closed
  useEffect(() => {
    if (!closed) return;
    keepOwnWords(owner, id);
    onClosed();
  }, [closed]);
  return (
    <>
      <LoadFailure error={error} onRetry={onRetry} />
      {closed && <OwnWords id={id} />}
    </>
  );
}

/** What this person typed about a case that was closed to them: to be taken along, or given up. */
export function OwnWords({ id, except }: { id: string; except?: OwnWord["field"] }) {
  const { t } = useTranslation();
  const owner = ownerOf(useSession());
  const [words, setWords] = useState(() =>
    ownWords(owner, id).filter(({ field }) => field !== except),
  );
  if (words.length === 0) return null;
  const giveUp = () => {
    forgetOwnWords(owner, id, words);
    setWords([]);
  };
  const word = (field: OwnWord["field"]) =>
    field === "reply" ? t("cases.reply.text") : t(`cases.field.${field}`);
  return (
    <section className="detail" aria-label={t("cases.ownWords")}>
      <h3>{t("cases.ownWords")}</h3>
      <p className="lx-soft">{t("cases.ownWordsHint")}</p>
      {words.map(({ field, text }) => (
        <div key={field} className="own-words">
          <span className="lx-soft">{word(field)}</span>
          <Copy text={text} label={t("common.copy")} done={t("common.copied")} />
          <p className="prose">{text}</p>
        </div>
      ))}
      <p className="detail-buttons">
        <Button onClick={giveUp}>{t("common.form.refuse")}</Button>
      </p>
    </section>
  );
}

import { useTranslation } from "@lianxin/i18n";
import { ConflictDialog, conflicts } from "../../shared/form";
import { threeOf, type useReplyEdit } from "./use-reply-edit";

/** My reply beside the one that somebody else has written meanwhile: see `shared/form`. */
export function ReplyConflictDialog({ editing }: { editing: ReturnType<typeof useReplyEdit> }) {
  const { t } = useTranslation();
  const { edit, conflict, busy, saveMerged, postpone } = editing;
  if (edit === null || conflict === null) return null;
  const three = threeOf(edit, conflict);
  const wordOf = (field: keyof typeof three.mine, side: "mine" | "theirs") =>
    field === "text" ? three[side].text : t(`prompts.language.${three[side].language}`);
  return (
    <ConflictDialog
      title={t("cases.reply.conflict")}
      by={conflict.by}
      disputes={conflicts(three).map((field) => ({
        field,
        name: t(`cases.reply.${field}`),
        mine: wordOf(field, "mine"),
        theirs: wordOf(field, "theirs"),
        ...(field === "text" ? { copy: three.mine.text } : {}),
      }))}
      busy={busy}
      onSave={(chosen) => void saveMerged(chosen)}
      onCancel={postpone}
    />
  );
}

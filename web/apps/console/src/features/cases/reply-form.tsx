import { useTranslation } from "@lianxin/i18n";
import { Field } from "@lianxin/ui";
import { Alert, Button, Input } from "antd";
import { OneOf } from "./sheet-fields";
import type { ReplyEdit, useReplyEdit } from "./use-reply-edit";

const LONGEST = 2000;
/** In which a reply can be read aloud. */
const LANGUAGES = ["zh", "en"] as const;

/** The text of a reply as it is being written. */
export function ReplyForm({
  edit,
  editing,
}: {
  edit: ReplyEdit;
  editing: ReturnType<typeof useReplyEdit>;
}) {
  const { t } = useTranslation();
  const { busy, problem, change, discard, save } = editing;
  return (
    <div className="case-form">
      {problem !== null && <Alert type="error" title={problem} role="alert" showIcon />}
      <Field label={t("cases.reply.text")} required>
        {(ids) => (
          <Input.TextArea
            {...ids}
            className="sheet-content"
            value={edit.text}
            readOnly={busy}
            maxLength={LONGEST}
            showCount
            placeholder={t("cases.reply.placeholder")}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <OneOf
        title={t("cases.reply.language")}
        value={edit.language === "yue" ? "" : edit.language}
        locked={busy}
        options={LANGUAGES.map((value) => ({ value, label: t(`prompts.language.${value}`) }))}
        onChange={(language) => change({ language })}
      />
      <p className="detail-buttons">
        <Button
          type="primary"
          loading={busy}
          disabled={edit.text.trim() === ""}
          onClick={() => void save()}
        >
          {t("cases.reply.save")}
        </Button>
        <Button disabled={busy} onClick={discard}>
          {t("common.cancel")}
        </Button>
      </p>
    </div>
  );
}

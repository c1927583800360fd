import { useTranslation } from "@lianxin/i18n";
import { Choice } from "@lianxin/ui";
import { Button, Input } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { useRef } from "react";
import { ApiForm, FormItem, useKeptForm } from "../../shared/form";
import { useSession } from "../../shared/session";
import { KnowledgeFinder, putInto } from "../knowledge";
import { ReplyConflictDialog } from "./reply-conflict";
import type { ReplyEdit, ReplyFields, useReplyEdit } from "./use-reply-edit";

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
  const field = useRef<TextAreaRef>(null);
  const knows = useSession().functions.includes("knowledge");
  const { busy, refusal, change, discard, save } = editing;
  const { text, language } = edit;
  const state = useKeptForm<ReplyFields>({
    values: { text, language },
    onChange: change,
    send: save,
    busy,
    refusal,
  });
  return (
    <>
      <ApiForm state={state} className="case-form" buttons={false}>
        <FormItem name="text" label={t("cases.reply.text")} required>
          <Input.TextArea
            ref={field}
            className="case-content"
            readOnly={busy}
            maxLength={LONGEST}
            showCount
            placeholder={t("cases.reply.placeholder")}
          />
        </FormItem>
        <FormItem name="language" label={t("cases.reply.language")}>
          <Choice
            label={t("cases.reply.language")}
            disabled={busy}
            options={LANGUAGES.map((value) => ({ value, label: t(`prompts.language.${value}`) }))}
          />
        </FormItem>
        <p className="detail-buttons">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t("cases.reply.save")} <kbd>Ctrl ↵</kbd>
          </Button>
          <Button disabled={busy} onClick={discard}>
            {t("common.cancel")}
          </Button>
        </p>
      </ApiForm>
      {knows && (
        <details className="reply-knowledge">
          <summary>{t("cases.reply.knowledge")}</summary>
          <KnowledgeFinder
            put={t("cases.reply.quote")}
            language={language}
            onPut={(quote) => {
              const text = field.current?.resizableTextArea?.textArea;
              if (text !== undefined) putInto(text, quote);
            }}
          />
        </details>
      )}
      <ReplyConflictDialog editing={editing} />
    </>
  );
}

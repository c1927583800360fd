import { useTranslation } from "@lianxin/i18n";
import { Field } from "@lianxin/ui";
import { App, Input, Modal } from "antd";
import { useState } from "react";
import { useLineAct } from "../../shared/data/use-line-act";
import { readSpans } from "../../shared/formats/spans";
import { makeCalendar } from "./data";

const BLANK = { code: "", name: "" };
const OFFICE = readSpans("09:00-12:00 13:30-17:30") ?? [];
const WORKDAYS = ["mon", "tue", "wed", "thu", "fri"] as const;

/** A new calendar begins with office hours and every year that is known. */
export function NewCalendarDialog({
  open,
  onClose,
  onMade,
}: {
  open: boolean;
  onClose: () => void;
  onMade: (code: string) => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { busy, act } = useLineAct();
  const [draft, setDraft] = useState(BLANK);
  const whole = /^[a-z][a-z0-9_-]{0,31}$/.test(draft.code) && draft.name.trim() !== "";
  const run = async () => {
    const week = Object.fromEntries(WORKDAYS.map((day) => [day, OFFICE]));
    if (!(await act(() => makeCalendar({ ...draft, week, keeps_holidays: true })))) return;
    void message.success(t("calendars.made", { name: draft.name }));
    onClose();
    onMade(draft.code);
    setDraft(BLANK);
  };
  return (
    <Modal
      open={open}
      title={t("calendars.make")}
      okText={t("calendars.make")}
      cancelText={t("common.cancel")}
      okButtonProps={{ loading: busy, disabled: !whole }}
      onOk={() => void run()}
      onCancel={onClose}
    >
      <div className="form">
        <Field label={t("calendars.name")} required>
          {(ids) => (
            <Input
              {...ids}
              maxLength={64}
              value={draft.name}
              onChange={({ target }) => setDraft({ ...draft, name: target.value })}
            />
          )}
        </Field>
        <Field label={t("calendars.code")} required>
          {(ids) => (
            <>
              <Input
                {...ids}
                maxLength={32}
                value={draft.code}
                onChange={({ target }) => setDraft({ ...draft, code: target.value.trim() })}
              />
              <p className="lx-soft small">{t("calendars.codeHint")}</p>
            </>
          )}
        </Field>
      </div>
    </Modal>
  );
}

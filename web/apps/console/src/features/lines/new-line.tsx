import { useTranslation } from "@lianxin/i18n";
import { Field } from "@lianxin/ui";
import { App, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useLineAct } from "../../shared/data/use-line-act";
import { openLine, useFlowChoices } from "./data";

const BLANK = { number: "", name: "", flow: "" };

/** A new number: it is answered by its flow at once. */
export function NewLineDialog({
  open,
  onClose,
  onOpened,
}: {
  open: boolean;
  onClose: () => void;
  onOpened: (number: string) => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { busy, act } = useLineAct();
  const [draft, setDraft] = useState(BLANK);
  const flows = useFlowChoices();
  const whole = /^[0-9+*#]{2,20}$/.test(draft.number) && draft.name.trim() !== "" && draft.flow;
  const run = async () => {
    if (!(await act(() => openLine(draft)))) return;
    void message.success(t("lines.opened", { number: draft.number }));
    onClose();
    onOpened(draft.number);
    setDraft(BLANK);
  };
  return (
    <Modal
      open={open}
      title={t("lines.open")}
      okText={t("lines.open")}
      cancelText={t("common.cancel")}
      okButtonProps={{ loading: busy, disabled: !whole }}
      onOk={() => void run()}
      onCancel={onClose}
    >
      <div className="form">
        <p className="lx-soft">{t("lines.openHint")}</p>
        <Field label={t("lines.field.number")} required>
          {(ids) => (
            <Input
              {...ids}
              inputMode="tel"
              maxLength={20}
              value={draft.number}
              onChange={({ target }) => setDraft({ ...draft, number: target.value.trim() })}
            />
          )}
        </Field>
        <Field label={t("lines.field.name")} required>
          {(ids) => (
            <Input
              {...ids}
              maxLength={64}
              value={draft.name}
              onChange={({ target }) => setDraft({ ...draft, name: target.value })}
            />
          )}
        </Field>
        <Field label={t("lines.field.flow")} required>
          {(ids) => (
            <Select
              {...ids}
              value={draft.flow || null}
              loading={flows.isPending}
              showSearch={{ optionFilterProp: "label" }}
              options={flows.data ?? []}
              onChange={(flow: string) => setDraft({ ...draft, flow })}
            />
          )}
        </Field>
      </div>
    </Modal>
  );
}

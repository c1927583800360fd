import { useTranslation } from "@lianxin/i18n";
import { App, Input, Select } from "antd";
import { LINE_KEYS } from "../../shared/data/lines";
import { FormDialog, FormItem, useApiForm } from "../../shared/form";
import { openLine, useFlowChoices } from "./data";

const NUMBER = /^[0-9+*#]{2,20}$/;

/** A new number: it is answered by its flow at once. */
export function NewLineDialog({
  onClose,
  onOpened,
}: {
  onClose: () => void;
  onOpened: (number: string) => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const flows = useFlowChoices();
  const state = useApiForm({
    name: "line/+",
    initial: { number: "", name: "", flow: "" },
    write: openLine,
    keys: LINE_KEYS,
    onDone: ({ number }) => {
      void message.success(t("lines.opened", { number }));
      onClose();
      onOpened(number);
    },
  });
  return (
    <FormDialog state={state} title={t("lines.open")} saveLabel={t("lines.open")} onClose={onClose}>
      <p className="lx-soft">{t("lines.openHint")}</p>
      <FormItem
        name="number"
        label={t("lines.field.number")}
        required
        normalize={(number: string) => number.trim()}
        rules={[{ pattern: NUMBER, message: t("lines.numberForm") }]}
      >
        <Input inputMode="tel" maxLength={20} />
      </FormItem>
      <FormItem name="name" label={t("lines.field.name")} required>
        <Input maxLength={64} />
      </FormItem>
      <FormItem
        name="flow"
        label={t("lines.field.flow")}
        required
        getValueProps={(flow: string) => ({ value: flow || null })}
      >
        <Select
          loading={flows.isPending}
          showSearch={{ optionFilterProp: "label" }}
          options={flows.data ?? []}
        />
      </FormItem>
    </FormDialog>
  );
}

import type { QueueRead, QueueUpdate } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { NumberField } from "@lianxin/ui";
import { App, Checkbox, Form, Input } from "antd";
import { ApiForm, FormItem, SaveOrCancel, useApiForm } from "../../shared/form";
import { changeQueue } from "./data";

function settingsOf(queue: QueueRead): Omit<QueueUpdate, "version"> {
  return {
    name: queue.name,
    ring_seconds: queue.ring_seconds,
    wrap_up_seconds: queue.wrap_up_seconds,
    announce_agent_number: queue.announce_agent_number,
    may_cut_announcement: queue.may_cut_announcement,
  };
}

/** How a queue rings, what callers are told of who serves them, how long is left for wrap-up. */
export function QueueForm({ queue, mayChange }: { queue: QueueRead; mayChange: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const state = useApiForm({
    name: `queue/${queue.code}`,
    initial: settingsOf(queue),
    version: queue.version,
    write: (values, base) => changeQueue(queue.code, { ...values, version: base ?? queue.version }),
    keys: [["queues"]],
    onDone: ({ name }) => void message.success(t("queues.saved", { name })),
  });
  const announces = Form.useWatch("announce_agent_number", state.form) ?? true;
  return (
    <ApiForm state={state} className="form" buttons={false} label={queue.name}>
      <fieldset className="form" disabled={!mayChange}>
        <FormItem name="name" label={t("queues.field.name")} required>
          <Input maxLength={64} />
        </FormItem>
        <FormItem
          name="ring_seconds"
          label={t("queues.field.ring")}
          hint={t("queues.ringHint")}
          normalize={(seconds: number | null) => seconds ?? 20}
        >
          <NumberField min={5} max={120} suffix={t("common.seconds")} disabled={!mayChange} />
        </FormItem>
        <FormItem
          name="wrap_up_seconds"
          label={t("queues.field.wrapUp")}
          hint={t("queues.wrapUpHint")}
          normalize={(seconds: number | null) => seconds ?? 0}
        >
          <NumberField min={0} max={3600} suffix={t("common.seconds")} disabled={!mayChange} />
        </FormItem>
        <FormItem name="announce_agent_number" valuePropName="checked">
          <Checkbox disabled={!mayChange}>{t("queues.field.announce")}</Checkbox>
        </FormItem>
        <FormItem name="may_cut_announcement" valuePropName="checked" hint={t("queues.cutHint")}>
          <Checkbox disabled={!mayChange || !announces}>{t("queues.field.cut")}</Checkbox>
        </FormItem>
      </fieldset>
      {mayChange && (
        <p className="detail-buttons">
          <SaveOrCancel state={state} />
        </p>
      )}
    </ApiForm>
  );
}

import type { QueueRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { App, Select } from "antd";
import { usePeople } from "../../shared/data/people";
import { ApiForm, FormItem, SaveOrCancel, useApiForm } from "../../shared/form";
import { changeMembers } from "./data";

/** Who serves a queue: from the next caller on, also for those who wait already. */
export function MembersForm({ queue }: { queue: QueueRead }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const people = usePeople().data ?? [];
  const state = useApiForm({
    name: `queue/${queue.code}/members`,
    initial: { agents: queue.agents },
    version: queue.version,
    write: (values, base) =>
      changeMembers(queue.code, { ...values, version: base ?? queue.version }),
    keys: [["queues"]],
    onDone: () => void message.success(t("queues.membersSaved", { name: queue.name })),
  });
  const serves = new Set(queue.agents);
  const options = people
    .filter(
      ({ number, roles, active }) => serves.has(number) || (active && roles.includes("agent")),
    )
    .map(({ number, name }) => ({ value: number, label: `${number} ${name}` }));
  return (
    <ApiForm state={state} className="form form-next" buttons={false} label={t("queues.members")}>
      <FormItem name="agents" label={t("queues.members")} hint={t("queues.membersHint")}>
        <Select
          mode="multiple"
          aria-label={t("queues.members")}
          options={options}
          optionFilterProp="label"
          placeholder={t("queues.nobody")}
        />
      </FormItem>
      <p className="detail-buttons">
        <SaveOrCancel state={state} />
      </p>
    </ApiForm>
  );
}

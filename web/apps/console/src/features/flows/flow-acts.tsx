import { useTranslation } from "@lianxin/i18n";
import { App, Button } from "antd";
import { useApiMutation } from "../../shared/data/use-mutation";
import { exportAddress, type FlowItem, putAway, restore } from "./data";

interface Props {
  flow: FlowItem;
  /** null: this person may not. */
  onCopy: ((flow: FlowItem) => void) | null;
}

/** What is done with a flow of the list. The row itself opens it. */
export function FlowActs({ flow, onCopy }: Props) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps the clicks on its buttons from the row
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <span className="flow-acts" onClick={(event) => event.stopPropagation()}>
      {onCopy !== null && (
        <Button size="small" type="text" onClick={() => onCopy(flow)}>
          {t("flows.copy")}
        </Button>
      )}
      <Button size="small" type="text" href={exportAddress(flow.code)} download>
        {t("flows.export")}
      </Button>
      {onCopy !== null && <PutAway flow={flow} />}
    </span>
  );
}

/** Ask, and name what uses it: that must use another one first. */
function PutAway({ flow }: { flow: FlowItem }) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const { code, name } = flow;
  const { busy, run } = useApiMutation({
    write: () => putAway(code),
    keys: [["flows"], ["flow-vocabulary"]],
    gone: () => ["flow", code],
  });
  const go = async () => {
    if (await run()) void message.success(t("flows.away.done", { name }));
  };
  const ask = () =>
    void modal.confirm({
      title: t("flows.away.ask", { name }),
      content: <Users flow={flow} />,
      okText: t("flows.away.act"),
      okButtonProps: { danger: true, disabled: flow.lines.length + flow.used_by.length > 0 },
      cancelText: t("common.cancel"),
      onOk: go,
    });
  return (
    <Button size="small" type="text" danger loading={busy} onClick={ask}>
      {t("flows.away.act")}
    </Button>
  );
}

function Users({ flow: { lines, used_by: flows } }: { flow: FlowItem }) {
  const { t } = useTranslation();
  if (lines.length + flows.length === 0) return <p>{t("flows.away.hint")}</p>;
  return (
    <>
      <p>{t("flows.away.usedBy")}</p>
      <ul>
        {lines.map((code) => (
          <li key={`line ${code}`}>{t("flows.away.line", { code })}</li>
        ))}
        {flows.map((code) => (
          <li key={`flow ${code}`}>{t("flows.away.flow", { code })}</li>
        ))}
      </ul>
    </>
  );
}

/** Have a flow back that was put away. */
export function Restore({ flow: { code, name } }: { flow: FlowItem }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { busy, run } = useApiMutation({
    write: () => restore(code),
    keys: [["flows"], ["flow-vocabulary"]],
  });
  const go = async () => {
    if (await run()) void message.success(t("flows.away.restored", { name }));
  };
  return (
    <Button
      size="small"
      loading={busy}
      onClick={(event) => {
        event.stopPropagation();
        void go();
      }}
    >
      {t("flows.away.restore")}
    </Button>
  );
}

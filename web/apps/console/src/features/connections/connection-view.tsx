import { useTranslation, wordFor } from "@lianxin/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { type ReactNode, useState } from "react";
import { TimeText } from "../../shared/components/time-text";
import { useAct } from "../../shared/components/use-act";
import { KeptHint } from "../../shared/form";
import { ConnectionForm, connectionForm } from "./connection-form";
import { ConnectionTrial } from "./connection-trial";
import { type Connection, removeConnection } from "./data";
import { HealthTag } from "./health-tag";

/** A connection: how it does, trying it out, changing it. */
export function ConnectionView({ row, onRemoved }: { row: Connection; onRemoved: () => void }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [busy, act] = useAct();
  if (editing) {
    const close = () => setEditing(false);
    return <ConnectionForm known={row} onDone={close} onCancel={close} />;
  }
  const remove = async () => {
    const sure = await modal.confirm({
      title: t("connections.removeSure", { name: row.name }),
      content: <Users row={row} />,
      okText: t("connections.remove"),
      okButtonProps: { danger: true },
      cancelText: t("common.cancel"),
    });
    if (!sure || !(await act(() => removeConnection(row.code)))) return;
    await client.invalidateQueries({ queryKey: ["connections"] });
    onRemoved();
  };
  return (
    <article className="detail detail-wide">
      <KeptHint name={connectionForm(row.code)} onResume={() => setEditing(true)} />
      <HealthTag health={row.health} />
      <Facts rows={facts(row, t)} />
      <p className="detail-buttons">
        <Button type="primary" onClick={() => setEditing(true)}>
          {t("connections.edit")}
        </Button>
        <Button danger loading={busy} onClick={() => void remove()}>
          {t("connections.remove")}
        </Button>
      </p>
      <h3>{t("connections.try.title")}</h3>
      <ConnectionTrial row={row} />
    </article>
  );
}

/** All that would go without it. */
function Users({ row: { used_by: flows, sends_notices: sends } }: { row: Connection }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t("connections.removeHint")}</p>
      {flows.length + (sends ? 1 : 0) > 0 && (
        <>
          <p>{t("connections.usedBy", { count: flows.length + (sends ? 1 : 0) })}</p>
          <ul>
            {sends && <li>{t("connections.usedByGateway")}</li>}
            {flows.map(({ code, name, state }) => (
              <li key={code}>{t(`connections.usedByFlow.${state}`, { code, name })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Names and what stands behind them. */
function Facts({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function facts(row: Connection, t: ReturnType<typeof useTranslation>["t"]) {
  const shown: [string, ReactNode][] = [
    [t("connections.field.kind"), t(`connections.kind.${row.kind}`)],
    [t("connections.field.target"), row.base_url || `${row.host}:${row.port}/${row.database}`],
    ...(row.health === null ? [] : healthFacts(row.health, t)),
    [t("connections.field.updated"), <TimeText key="updated" at={row.updated_at} />],
  ];
  return shown;
}

function healthFacts(
  health: NonNullable<Connection["health"]>,
  t: ReturnType<typeof useTranslation>["t"],
): [string, ReactNode][] {
  const { asked, failed, p50, p95, last_error: error, last_error_at: at } = health;
  return [
    [t("connections.health.asked"), t("connections.health.counts", { asked, failed })],
    [t("connections.health.times"), p50 === null ? "—" : `p50 ${p50} ms · p95 ${p95} ms`],
    [
      t("connections.health.last"),
      at === null ? (
        "—"
      ) : (
        <span key="error">
          {wordFor("connections.reason", error, error)} <TimeText at={at} />
        </span>
      ),
    ],
  ];
}

import { useTranslation, wordFor } from "@lianxin/i18n";
import { Code, type Column } from "@lianxin/ui";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { useNavigate, useParams } from "react-router";
import {
  DetailPanel,
  EmptyList,
  ListPage,
  ListWithDetail,
} from "../../shared/components/list-page";
import { mayMake, useAskedToMake } from "../../shared/makers";
import { useSession } from "../../shared/session";
import { ConnectionForm } from "./connection-form";
import { ConnectionView } from "./connection-view";
import { type Connection, useConnections } from "./data";
import { HealthTag } from "./health-tag";

function useConnectionColumns(brief: boolean): Column<Connection>[] {
  const { t } = useTranslation();
  const all = useMemo<Column<Connection>[]>(
    () => [
      {
        key: "code",
        title: t("connections.field.code"),
        width: 152,
        cell: ({ code }) => <Code>{code}</Code>,
      },
      { key: "name", title: t("connections.field.name"), cell: ({ name }) => name },
      {
        key: "health",
        title: t("connections.health.title"),
        width: 136,
        cell: ({ health }) => <HealthTag health={health} />,
      },
      {
        key: "kind",
        title: t("connections.field.kind"),
        width: 120,
        cell: ({ kind }) => t(`connections.kind.${kind}`),
      },
      {
        key: "target",
        title: t("connections.field.target"),
        width: 280,
        cell: (row) => row.base_url || `${row.host}:${row.port}/${row.database}`,
      },
      {
        key: "p95",
        title: t("connections.health.p95"),
        width: 120,
        align: "end",
        cell: ({ health }) => (health?.p95 == null ? "—" : `${health.p95} ms`),
      },
      {
        key: "error",
        title: t("connections.health.last"),
        width: 152,
        cell: ({ health }) =>
          health?.last_error
            ? wordFor("connections.reason", health.last_error, health.last_error)
            : "—",
      },
    ],
    [t],
  );
  return brief ? all.slice(0, 3) : all;
}

/** 数据连接: where look-ups of flows go. */
export function ConnectionsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { code } = useParams();
  const [making, setMaking] = useState(false);
  const list = useConnections();
  const mayChange = mayMake(useSession(), "connections");
  useAskedToMake(mayChange, () => setMaking(true));
  const chosen = list.rows.find((row) => row.code === code);
  const open = (next: string | null) => {
    setMaking(false);
    void navigate(next === null ? "/connections" : `/connections/${next}`);
  };
  return (
    <ListWithDetail
      list={
        <ListPage
          name="connections"
          title={t("connections.title")}
          label={t("connections.title")}
          list={list}
          newestFirst={false}
          columns={useConnectionColumns(making || chosen !== undefined)}
          rowKey={(row) => row.code}
          selected={code ?? null}
          onOpen={(row) => open(row.code)}
          acts={
            mayChange && (
              <Button type="primary" onClick={() => setMaking(true)}>
                {t("connections.create")}
              </Button>
            )
          }
          empty={<EmptyList title={t("connections.empty")} hint={t("connections.emptyHint")} />}
        />
      }
      detail={
        making ? (
          <DetailPanel title={t("connections.create")} onClose={() => setMaking(false)}>
            <ConnectionForm known={null} onDone={open} onCancel={() => setMaking(false)} />
          </DetailPanel>
        ) : (
          chosen !== undefined && (
            <DetailPanel title={chosen.name} onClose={() => open(null)}>
              <ConnectionView key={chosen.code} row={chosen} onRemoved={() => open(null)} />
            </DetailPanel>
          )
        )
      }
    />
  );
}

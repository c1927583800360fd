import { useTranslation } from "@lianxin/i18n";
import { Empty, Skeleton, Tag } from "@lianxin/ui";
import { App, Button, Drawer } from "antd";
import { useSearchParams } from "react-router";
import { LoadFailure } from "../../shared/components/load-failure";
import { TimeText } from "../../shared/components/time-text";
import { useApiMutation } from "../../shared/data/use-mutation";
import { hasRole, useSession } from "../../shared/session";
import { exportAddress, type FlowDetail, rollBack, useVersions, type VersionItem } from "./data";

/** Every version that was published: show, compare, roll back. */
export function VersionList({ flow, onClose }: { flow: FlowDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const list = useVersions(flow.code);
  return (
    <Drawer open size={480} title={t("flows.versions.title")} onClose={onClose}>
      {list.isPending && <Skeleton rows={6} label={t("common.loading")} />}
      {list.isError && list.data === undefined && (
        <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && list.rows.length === 0 && (
        <Empty title={t("flows.versions.empty")} hint={t("flows.versions.emptyHint")} />
      )}
      <ol className="flow-versions">
        {list.rows.map((version, index) => (
          <VersionRow
            key={version.number}
            flow={flow}
            version={version}
            previous={list.rows[index + 1]?.number ?? null}
            onClose={onClose}
          />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("common.more")}
        </Button>
      )}
    </Drawer>
  );
}

function useRollBack(flow: FlowDetail, number: number) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const { run } = useApiMutation({
    write: () => rollBack(flow.code, number, t("flows.versions.rollBackNote", { number })),
    keys: [["flow-state", flow.code], ["flow-versions", flow.code], ["flows"]],
  });
  const go = async () => {
    if (await run()) void message.success(t("flows.versions.rolledBack", { number }));
  };
  return () =>
    void modal.confirm({
      title: t("flows.versions.rollBackAsk", { number }),
      okText: t("flows.versions.rollBack"),
      onOk: go,
    });
}

function StateTag({ flow, version }: { flow: FlowDetail; version: VersionItem }) {
  const { t } = useTranslation();
  if (version.number === flow.published?.number) {
    return <Tag tone="ready">{t("flows.versions.inForce")}</Tag>;
  }
  if (version.number === flow.scheduled?.number) {
    return (
      <Tag tone="hold" shape="ring">
        {t("flows.versions.scheduled")}
      </Tag>
    );
  }
  return null;
}

function VersionRow({
  flow,
  version,
  previous,
  onClose,
}: {
  flow: FlowDetail;
  version: VersionItem;
  previous: number | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const session = useSession();
  const [, setParams] = useSearchParams();
  const askRollBack = useRollBack(flow, version.number);
  const { number, note, reason, by, effective_at, from_version, scenarios } = version;
  const show = (params: Record<string, string>) => {
    setParams(params);
    onClose();
  };
  const publishes = hasRole(session, "administrator");
  return (
    <li>
      <p className="flow-version-head">
        <strong>{t("flows.version", { number })}</strong>
        <StateTag flow={flow} version={version} />
        {from_version !== null && (
          <span className="lx-faint">{t("flows.versions.from", { number: from_version })}</span>
        )}
      </p>
      <p>{note}</p>
      <p className="lx-soft">
        <TimeText at={effective_at} /> {by && `${by.number} ${by.name}`}
      </p>
      {scenarios.passed + scenarios.failed > 0 && (
        <p className={scenarios.failed > 0 ? "lx-tone-failed" : "lx-soft"}>
          {t("flows.versions.scenarios", scenarios)}
        </p>
      )}
      {reason !== "" && <p className="lx-tone-hold">{t("flows.versions.reason", { reason })}</p>}
      <p className="flow-version-acts">
        <Button size="small" onClick={() => show({ version: String(number) })}>
          {t("flows.versions.view")}
        </Button>
        <Button size="small" onClick={() => show({ before: String(number) })}>
          {t("flows.versions.compare")}
        </Button>
        {previous !== null && (
          <Button
            size="small"
            onClick={() => show({ before: String(previous), after: String(number) })}
          >
            {t("flows.versions.compareBefore")}
          </Button>
        )}
        <Button size="small" href={exportAddress(flow.code, number)} download>
          {t("flows.export")}
        </Button>
        {publishes && number !== flow.published?.number && (
          <Button size="small" onClick={askRollBack}>
            {t("flows.versions.rollBack")}
          </Button>
        )}
      </p>
    </li>
  );
}

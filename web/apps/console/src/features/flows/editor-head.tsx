import { clock, listOf, useTranslation } from "@lianxin/i18n";
import { App, Button, Dropdown, Popover, Switch } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { TimeText } from "../../shared/components/time-text";
import { useApiMutation } from "../../shared/data/use-mutation";
import { hasRole, useSession } from "../../shared/session";
import { cancelScheduled, exportAddress, type FlowDetail } from "./data";
import type { DraftKeeper, Keeping } from "./draft-keeper";
import { FlowTag } from "./flows-page";
import { ReviewBox } from "./review-box";

interface Props {
  flow: FlowDetail;
  keeper: DraftKeeper;
  keeping: Keeping;
  others: readonly string[];
  readOnly: boolean;
  live: boolean;
  onLive: (on: boolean) => void;
  onVersions: () => void;
  onPublish: () => void;
}

/** Which flow, in which state, saved or not; and what is done with the whole of it. */
export function EditorHead(props: Props) {
  const { flow, keeper, keeping, others, readOnly, live, onLive, onVersions, onPublish } = props;
  const { t } = useTranslation();
  const session = useSession();
  const [reviewing, setReviewing] = useState(false);
  const publishes = hasRole(session, "administrator");
  const changed = keeping.state !== "saved" || keeper.known !== flow.draft.version;
  return (
    <header className="flow-head">
      <Link to="/flows" aria-label={t("flows.back")} className="flow-back">
        ‹ {t("flows.title")}
      </Link>
      <h1>{flow.name}</h1>
      <FlowTag flow={{ ...flow, changed: changed || flow.changed }} />
      <Saving keeping={keeping} readOnly={readOnly} />
      {others.length > 0 && (
        <span className="lx-tone-hold">{t("flows.save.others", { names: listOf(others) })}</span>
      )}
      <span className="flow-head-gap" />
      <Scheduled flow={flow} allowed={publishes} />
      <span className="flow-live">
        <Switch size="small" checked={live} onChange={onLive} aria-label={t("flows.live.act")} />
        {t("flows.live.act")}
      </span>
      <Button onClick={onVersions}>
        {t("flows.versions.act")}
        {flow.published !== null && (
          <span className="lx-faint lx-figure"> {flow.published.number}</span>
        )}
      </Button>
      <Button href={exportAddress(flow.code)} download>
        {t("flows.export")}
      </Button>
      {!readOnly && (
        <Popover
          trigger="click"
          placement="bottomRight"
          destroyOnHidden
          open={reviewing}
          onOpenChange={setReviewing}
          content={<ReviewBox flow={flow} keeper={keeper} onDone={() => setReviewing(false)} />}
        >
          <Button>{t("flows.review.act")}</Button>
        </Popover>
      )}
      {publishes && (
        <Button type="primary" onClick={onPublish}>
          {t("flows.publish.act")}
        </Button>
      )}
    </header>
  );
}

function Saving({ keeping, readOnly }: { keeping: Keeping; readOnly: boolean }) {
  const { t } = useTranslation();
  const { zone } = useSession();
  if (readOnly) return <span className="lx-soft">{t("flows.save.readOnly")}</span>;
  const { state } = keeping;
  const text =
    state === "saved" && keeping.at !== null
      ? t("flows.save.savedAt", { time: clock(keeping.at, zone) })
      : t(`flows.save.${state}`);
  const tone = state === "failed" || state === "conflict" ? "lx-tone-hold" : "lx-soft";
  return (
    <span
      className={`${tone} lx-figure`}
      role="status"
      title={state === "failed" ? keeping.message : undefined}
    >
      {text}
    </span>
  );
}

function Scheduled({ flow, allowed }: { flow: FlowDetail; allowed: boolean }) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const { run } = useApiMutation({
    write: () => cancelScheduled(flow.code),
    keys: [
      ["flow-state", flow.code],
      ["flow-versions", flow.code],
    ],
  });
  const { scheduled } = flow;
  if (scheduled === null) return null;
  const { number } = scheduled;
  const cancel = async () => {
    if (await run()) void message.success(t("flows.scheduled.cancelled"));
  };
  const ask = () =>
    void modal.confirm({
      title: t("flows.scheduled.ask", { number }),
      okText: t("flows.scheduled.cancel"),
      onOk: cancel,
    });
  const items = [{ key: "cancel", label: t("flows.scheduled.cancel"), disabled: !allowed }];
  return (
    <Dropdown trigger={["click"]} menu={{ items, onClick: ask }}>
      <Button type="text" className="lx-tone-hold">
        {t("flows.version", { number })} · <TimeText at={scheduled.at} brief />
      </Button>
    </Dropdown>
  );
}

import { useTranslation } from "@lianxin/i18n";
import { Empty } from "@lianxin/ui";
import { Tabs } from "antd";
import { useWorkplaceState } from "../../shared/live/context";
import { currentCall } from "../../shared/live/state";
import { useSession } from "../../shared/session";
import { CallDetailView, CallPath, useCall } from "../calls";
import { CaseSummary } from "../cases";
import { KnowledgeFinder } from "../knowledge";
import type { Earlier } from "./caller-panel";
import { putIntoDraft } from "./put-into-draft";
import { Script } from "./script";

export type SideTab = "knowledge" | "path" | "earlier" | "script";

/** Beside the form: the way of this call, an earlier record, what to say. */
export function SidePanel({
  tab,
  onTab,
  earlier,
}: {
  tab: SideTab;
  onTab: (tab: SideTab) => void;
  earlier: Earlier | null;
}) {
  const { t } = useTranslation();
  const { live } = useWorkplaceState();
  const call = currentCall(live);
  const knows = useSession().functions.includes("knowledge");
  const knowledge = {
    key: "knowledge",
    label: t("desk.tab.knowledge"),
    children: <KnowledgeFinder put={t("desk.knowledge.quote")} onPut={putIntoDraft} />,
  };
  const items = [
    ...(knows ? [knowledge] : []),
    {
      key: "path",
      label: t("desk.tab.path"),
      children: call === null ? <NoCall /> : <Way id={call.id} />,
    },
    { key: "earlier", label: t("desk.tab.earlier"), children: <EarlierView earlier={earlier} /> },
    {
      key: "script",
      label: t("desk.tab.script"),
      children: <Script state={live.agent?.state ?? "offline"} />,
    },
  ];
  return (
    <Tabs
      className="side-tabs"
      activeKey={tab}
      onChange={(key) => onTab(key as SideTab)}
      items={items}
      size="small"
    />
  );
}

function NoCall() {
  const { t } = useTranslation();
  return <Empty title={t("desk.noCall")} hint={t("desk.noCallHint")} />;
}

/** The ledger reaches the database a moment after the call does; until then there is no path. */
function Way({ id }: { id: string }) {
  const { data } = useCall(id);
  return <CallPath events={data?.events ?? []} names={data?.node_names ?? {}} />;
}

function EarlierView({ earlier }: { earlier: Earlier | null }) {
  const { t } = useTranslation();
  if (earlier === null) {
    return <Empty title={t("desk.noEarlier")} hint={t("desk.noEarlierHint")} />;
  }
  return earlier.kind === "call" ? (
    <CallDetailView key={earlier.id} id={earlier.id} />
  ) : (
    <CaseSummary key={earlier.id} id={earlier.id} />
  );
}

import { useTranslation } from "@lianxin/i18n";
import { Alert, Button, Tabs } from "antd";
import { useTab } from "../../shared/components/use-tab";
import { useSession } from "../../shared/session";
import { Faxes } from "../faxes";
import { useGateway } from "./data";
import { GatewayForm } from "./gateway-form";
import { Notices } from "./notices";
import { Rules } from "./rules";
import { Templates } from "./templates";

const TABS = ["list", "faxes", "rules", "templates", "gateway"] as const;

/** 通知: what is sent to citizens, with which words, and by which gateway. */
export function NoticesPage() {
  const { t } = useTranslation();
  const gateway = useGateway();
  const { functions } = useSession();
  const tabs = TABS.filter((key) => key !== "faxes" || functions.includes("fax"));
  const [tab, setTab] = useTab(tabs);
  const waiting = gateway.data?.counts.waiting ?? 0;
  return (
    <div className="notices">
      <Tabs
        className="notices-tabs"
        activeKey={tab}
        onChange={setTab}
        items={tabs.map((key) => ({
          key,
          label: t(`notices.tab.${key}`),
        }))}
      />
      {tab !== "faxes" && gateway.data?.ready === false && (
        <Alert
          className="notices-hint"
          type="warning"
          showIcon
          title={t("notices.noGateway", { count: waiting })}
          description={t("notices.noGatewayHint")}
          action={<Button onClick={() => setTab("gateway")}>{t("notices.tab.gateway")}</Button>}
        />
      )}
      {tab === "list" && <Notices />}
      {tab === "faxes" && <Faxes />}
      {tab === "rules" && <Rules />}
      {tab !== "list" && tab !== "faxes" && (
        <h1 className="lx-visually-hidden">{t(`notices.tab.${tab}`)}</h1>
      )}
      {tab === "templates" && <Templates />}
      {tab === "gateway" && gateway.data && <GatewayForm gateway={gateway.data} />}
    </div>
  );
}

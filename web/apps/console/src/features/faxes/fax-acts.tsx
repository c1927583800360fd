import { useTranslation } from "@lianxin/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useAct } from "../../shared/components/use-act";
import { cancelFax, type Fax, sendFaxAgain } from "./data";

/** What may be done with a fax as it stands. */
export function FaxActs({ fax: { id, state } }: { fax: Fax }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [busy, act] = useAct();
  const again = async () => {
    await act(() => sendFaxAgain(id));
    await client.invalidateQueries({ queryKey: ["faxes"] });
  };
  const cancel = async () => {
    if (await act(() => cancelFax(id))) void message.success(t("faxes.cancelled"));
    await client.invalidateQueries({ queryKey: ["faxes"] });
  };
  if (state === "failed" || state === "cancelled") {
    return (
      <Button size="small" loading={busy} onClick={() => void again()}>
        {t("faxes.again")}
      </Button>
    );
  }
  if (state !== "waiting") return null;
  return (
    <Button size="small" loading={busy} onClick={() => void cancel()}>
      {t("faxes.cancel")}
    </Button>
  );
}

import { useTranslation } from "@lianxin/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useAct } from "../../shared/components/use-act";
import { type Notice, sendAgain } from "./data";

/** A notice that failed can be tried again. */
export function SendAgain({ notice: { id, state } }: { notice: Notice }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [busy, act] = useAct();
  const again = async () => {
    await act(() => sendAgain(id));
    await client.invalidateQueries({ queryKey: ["notices"] });
  };
  if (state !== "failed") return null;
  return (
    <Button size="small" loading={busy} onClick={() => void again()}>
      {t("notices.again")}
    </Button>
  );
}

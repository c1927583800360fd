import type { LineRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { App, Button, Tooltip } from "antd";
import { useLineAct } from "../../shared/data/use-line-act";
import { switchEmergency } from "./data";

/**
 * The emergency switch of a line: it changes what every next caller hears, so it asks first and
 * says what that is. A line without an emergency flow has nothing to switch to.
 */
export function EmergencyButton({ line, disabled }: { line: LineRead; disabled: boolean }) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const { busy, act } = useLineAct();
  const { number, name, emergency, emergency_flow: flow } = line;
  const turn = async () => {
    if (!(await act(() => switchEmergency(number, !emergency)))) return;
    const said = t(emergency ? "lines.emergency.stopped" : "lines.emergency.started", { number });
    message.open({ type: emergency ? "success" : "warning", content: said });
  };
  const ask = () =>
    modal.confirm({
      title: t(emergency ? "lines.emergency.askStop" : "lines.emergency.askStart", {
        number,
        name,
      }),
      content: emergency
        ? t("lines.emergency.planAgain")
        : t("lines.emergency.willHear", { flow: flow?.name ?? "" }),
      okText: t(emergency ? "lines.emergency.stop" : "lines.emergency.start"),
      okButtonProps: { danger: !emergency },
      onOk: turn,
    });
  const missing = !emergency && flow === null;
  return (
    <Tooltip title={missing ? t("lines.emergency.noFlow") : ""}>
      <Button
        size="small"
        danger={!emergency}
        type={emergency ? "primary" : "default"}
        loading={busy}
        disabled={disabled || missing}
        onClick={(event) => {
          event.stopPropagation();
          void ask();
        }}
      >
        {t(emergency ? "lines.emergency.stop" : "lines.emergency.start")}
      </Button>
    </Tooltip>
  );
}

import type { LineRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { App, Button } from "antd";
import { useLineAct } from "../../shared/data/use-line-act";
import { switchEmergency } from "./data";

const UNDO_SECONDS = 8;

/** One click on, one click off; what was done can be undone by the same act. */
export function EmergencyButton({ line, disabled }: { line: LineRead; disabled: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { busy, act } = useLineAct();
  const { number, emergency } = line;
  const turn = async (on: boolean, undoable: boolean) => {
    if (!(await act(() => switchEmergency(number, on)))) return;
    const key = `emergency-${number}`;
    const said = t(on ? "lines.emergency.started" : "lines.emergency.stopped", { number });
    const undo = () => {
      message.destroy(key);
      void turn(!on, false);
    };
    message.open({
      key,
      type: on ? "warning" : "success",
      duration: UNDO_SECONDS,
      content: (
        <>
          {said}{" "}
          {undoable && (
            <Button size="small" onClick={undo}>
              {t("lines.emergency.undo")}
            </Button>
          )}
        </>
      ),
    });
  };
  return (
    <Button
      size="small"
      danger={!emergency}
      type={emergency ? "primary" : "default"}
      loading={busy}
      disabled={disabled}
      onClick={(event) => {
        event.stopPropagation();
        void turn(!emergency, true);
      }}
    >
      {t(emergency ? "lines.emergency.stop" : "lines.emergency.start")}
    </Button>
  );
}

import { useTranslation } from "@lianxin/i18n";
import { Alert, Button, Modal } from "antd";
import { useEffect, useState } from "react";
import { useWorkplace, useWorkplaceState } from "../../shared/live/context";

const HEARD = 0.12;

/** A dialog with a level meter; stays open until the person has seen that it moves. */
export function MicrophoneDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      title={t("phone.microphone.title")}
      open={open}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t("common.close")}</Button>}
      destroyOnHidden
    >
      <Meter />
    </Modal>
  );
}

function Meter() {
  const { t } = useTranslation();
  const workplace = useWorkplace();
  const { phone } = useWorkplaceState();
  const [level, setLevel] = useState(0);
  const [heard, setHeard] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = attempt < 0;
    const watch = workplace.phone.checkMicrophone((next) => {
      setLevel(next);
      if (next > HEARD) setHeard(true);
    });
    watch.then((end) => {
      if (gone) end();
      else stop = end;
    }, ignoreRefusal);
    return () => {
      gone = true;
      stop?.();
    };
  }, [workplace, attempt]);

  if (phone.microphone === "refused" || phone.microphone === "missing") {
    return (
      <Alert
        type="error"
        title={t(`phone.microphone.${phone.microphone}`)}
        action={<Button onClick={() => setAttempt(attempt + 1)}>{t("common.retry")}</Button>}
      />
    );
  }
  const words =
    phone.microphone === "unknown"
      ? t("phone.microphone.waiting")
      : heard
        ? t("phone.microphone.heard")
        : t("phone.microphone.silent");
  return (
    <div className="microphone">
      <p>{t("phone.microphone.intro")}</p>
      <meter min={0} max={1} value={level} aria-label={t("phone.microphone.level")} />
      <p role="status" className={heard ? "lx-tone-ready" : "lx-soft"}>
        {words}
      </p>
    </div>
  );
}

/** A refusal is in the telephone's state, which the dialog shows. */
function ignoreRefusal(): void {}

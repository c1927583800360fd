import type { DispositionRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Modal } from "antd";
import { useAct } from "../../shared/components/use-act";
import { disposeCall, useDispositions } from "../../shared/data/dispositions";
import { invalidate } from "../../shared/data/invalidate";
import { dispositionWord } from "../../shared/formats/disposition-word";
import { useKeys } from "../../shared/keys";

/** Digits choose among the first nine. */
const KEYS = 9;

/** What this call came to, chosen by one digit. `asks`: as the agent goes ready. */
export function DispositionDialog({
  call,
  given,
  asks,
  onClose,
  onReady,
}: {
  call: string;
  given: string | null;
  asks: boolean;
  onClose: () => void;
  onReady: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [busy, act] = useAct();
  const { data } = useDispositions();
  const rows = (data ?? []).filter(({ archived }) => !archived);
  const dispose = async (code: string | null, said: string) => {
    if (!(await act(() => disposeCall(call, code)))) return;
    invalidate(client, { kind: "call", id: call });
    void message.success(said);
    if (asks) onReady();
    else onClose();
  };
  const choose = (row: DispositionRead) =>
    void dispose(row.code, t("dispositions.given", { name: dispositionWord(row) }));
  const digits = rows.slice(0, KEYS).map((row, at) => ({
    combo: String(at + 1),
    label: dispositionWord(row),
    run: () => choose(row),
    overDialogs: true,
  }));
  const skip = { combo: "F8", label: t("dispositions.skip"), run: onReady, overDialogs: true };
  useKeys(asks ? [...digits, skip] : digits);
  const take = () => void dispose(null, t("dispositions.taken"));
  return (
    <Modal
      title={t("dispositions.choose")}
      open
      onCancel={onClose}
      footer={
        <>
          {given !== null && (
            <Button type="text" disabled={busy} onClick={take}>
              {t("dispositions.take")}
            </Button>
          )}
          {asks && (
            <Button onClick={onReady}>
              {t("dispositions.skip")} <kbd>F8</kbd>
            </Button>
          )}
          <Button onClick={onClose}>
            {t("common.close")} <kbd>F7</kbd>
          </Button>
        </>
      }
    >
      <p className={asks ? "lx-tone-hold" : "lx-soft"}>
        {t(asks ? "dispositions.ask" : "dispositions.chooseHint")}
      </p>
      <ul className="dispositions">
        {rows.map((row, at) => (
          <li key={row.code}>
            <Button
              block
              disabled={busy}
              type={row.code === given ? "primary" : "default"}
              aria-pressed={row.code === given}
              onClick={() => choose(row)}
            >
              {dispositionWord(row)} {at < KEYS && <kbd>{at + 1}</kbd>}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

import type { CaseRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Field } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Modal } from "antd";
import { useState } from "react";
import { useAct } from "../../shared/components/use-act";
import { invalidate } from "../../shared/data/invalidate";
import { moveCase } from "./data";
import { eventWord } from "./event-word";
import "./case-acts.css";

type Possible = CaseRead["events_possible"][number];

const LONGEST = 500;

/** What may be done with the case now, as the API says it for who reads it. */
export function CaseActs({ detail }: { detail: CaseRead }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<{ event: Possible["event"]; key: string } | null>(null);
  // Gone when somebody else was faster and it cannot happen any more.
  const possible = detail.events_possible.find(({ event }) => event === chosen?.event);
  return (
    <>
      {detail.events_possible.length > 0 && (
        <fieldset className="detail-buttons case-acts" aria-label={t("cases.acts")}>
          {detail.events_possible.map(({ event }) => (
            <Button key={event} onClick={() => setChosen({ event, key: crypto.randomUUID() })}>
              {eventWord(t, event, detail.state)}
            </Button>
          ))}
        </fieldset>
      )}
      {chosen !== null && possible !== undefined && (
        <ActDialog
          key={chosen.key}
          requestKey={chosen.key}
          detail={detail}
          possible={possible}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}

/** Asks once more, and why: what was typed stays until it is done or cancelled. */
function ActDialog({
  requestKey,
  detail,
  possible: { event, reason_needed },
  onClose,
}: {
  requestKey: string;
  detail: CaseRead;
  possible: Possible;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const [busy, act] = useAct();
  const { id, number, version } = detail;
  const word = eventWord(t, event, detail.state);
  const run = async () => {
    const body = { event, version, reason, data: {} };
    const done = await act(async () => {
      client.setQueryData(["case", id], await moveCase(id, requestKey, body));
    });
    invalidate(client, { kind: "case", id });
    if (!done) return;
    void message.success(t("cases.moved", { number, word }));
    onClose();
  };
  return (
    <Modal
      open
      title={t("cases.moveAsk", { number, word })}
      okText={word}
      cancelText={t("common.cancel")}
      okButtonProps={{ disabled: reason_needed && reason.trim() === "" }}
      confirmLoading={busy}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="act-reason">
        <Field label={t("cases.reason")} required={reason_needed}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoFocus
              rows={3}
              value={reason}
              maxLength={LONGEST}
              showCount
              placeholder={t(reason_needed ? "cases.reasonNeeded" : "cases.reasonFree")}
              onChange={(change) => setReason(change.target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  );
}

import type { CaseRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Form, Input } from "antd";
import { useState } from "react";
import { invalidate } from "../../shared/data/invalidate";
import { FormDialog, FormItem, useApiForm } from "../../shared/form";
import { moveCase } from "./data";
import { eventWord } from "./event-word";
import "./case-acts.css";

type Possible = CaseRead["events_possible"][number];

const LONGEST = 500;

/** What may be done with the case now, as the API says it for who reads it. */
export function CaseActs({ detail }: { detail: CaseRead }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<{ act: Possible; key: string } | null>(null);
  return (
    <>
      {detail.events_possible.length > 0 && (
        <fieldset className="detail-buttons case-acts" aria-label={t("cases.acts")}>
          {detail.events_possible.map((act) => (
            <Button key={act.event} onClick={() => setChosen({ act, key: crypto.randomUUID() })}>
              {eventWord(t, act.event, detail.state)}
            </Button>
          ))}
        </fieldset>
      )}
      {chosen !== null && (
        <ActDialog
          key={chosen.key}
          requestKey={chosen.key}
          detail={detail}
          act={chosen.act}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}

/**
 * Asks once more, and why: what was typed stays until it is done or cancelled, also when somebody
 * else was faster and it cannot happen any more.
 */
function ActDialog({
  requestKey,
  detail,
  act: { event, reason_needed },
  onClose,
}: {
  requestKey: string;
  detail: CaseRead;
  act: Possible;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { id, number, version } = detail;
  const [word] = useState(() => eventWord(t, event, detail.state)); // of the state it was chosen in
  const possible = detail.events_possible.some((each) => each.event === event);
  const state = useApiForm({
    name: `case/${id}/${event}`,
    initial: { reason: "" },
    version,
    write: async ({ reason }) => {
      const moved = await moveCase(id, requestKey, { event, version, reason, data: {} });
      client.setQueryData(["case", id], moved);
    },
    onDone: () => {
      invalidate(client, { kind: "case", id });
      void message.success(t("cases.moved", { number, word }));
      onClose();
    },
    onConflict: (error) => {
      void message.error(error.message, 8);
      invalidate(client, { kind: "case", id });
    },
  });
  const reason = Form.useWatch("reason", state.form) ?? "";
  return (
    <FormDialog
      state={state}
      title={t("cases.moveAsk", { number, word })}
      saveLabel={word}
      disabled={!possible || (reason_needed && reason.trim() === "")}
      onClose={onClose}
    >
      {!possible && !state.busy && (
        <Alert
          type="warning"
          showIcon
          title={t("cases.overtaken", { word, state: t(`cases.state.${detail.state}`) })}
        />
      )}
      <FormItem name="reason" label={t("cases.reason")} required={reason_needed}>
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={LONGEST}
          showCount
          placeholder={t(reason_needed ? "cases.reasonNeeded" : "cases.reasonFree")}
        />
      </FormItem>
    </FormDialog>
  );
}

import type { CaseRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input } from "antd";
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
  const { id, number, version } = detail;
  const word = eventWord(t, event, detail.state);
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
    // Above the page: the dialog goes once the case is read that it cannot happen to.
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
      disabled={reason_needed && reason.trim() === ""}
      onClose={onClose}
    >
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

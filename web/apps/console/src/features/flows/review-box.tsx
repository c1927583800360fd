import { useTranslation } from "@lianxin/i18n";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useState } from "react";
import { hasRole, useSession } from "../../shared/session";
import { type FlowDetail, messageOf, review } from "./data";
import type { DraftKeeper } from "./draft-keeper";

type Act = "request" | "approve" | "return";
const DONE = { request: "requested", approve: "approved", return: "returned" } as const;

/** Ask for a review; an administrator approves or returns, with a note. */
export function ReviewBox({ flow, keeper }: { flow: FlowDetail; keeper: DraftKeeper }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const session = useSession();
  const [note, setNote] = useState("");
  const judges = hasRole(session, "administrator");
  const { state, updated_by } = flow.draft;
  const go = useMutation({
    mutationFn: async (act: Act) => {
      await keeper.flush();
      await review(flow.code, act, note.trim());
      return act;
    },
    onSuccess: async (act) => {
      setNote("");
      await client.invalidateQueries({ queryKey: ["flow-state", flow.code] });
      void message.success(t(`flows.review.${DONE[act]}`));
    },
    onError: (error) => void message.error(messageOf(error)),
  });
  const own = updated_by?.number === session.number;
  const button = (act: Act, label: string, primary = false) => (
    <Button
      key={act}
      type={primary ? "primary" : "default"}
      loading={go.isPending && go.variables === act}
      onClick={() => go.mutate(act)}
    >
      {label}
    </Button>
  );
  return (
    <div className="flow-review">
      {flow.draft.note !== "" && <p className="lx-soft">{flow.draft.note}</p>}
      <Input.TextArea
        aria-label={t("flows.review.note")}
        placeholder={t("flows.review.note")}
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <p className="flow-review-acts">
        {state === "editing" && button("request", t("flows.review.request"), true)}
        {state !== "editing" && judges && button("return", t("flows.review.return"))}
        {state === "review" && !judges && own && button("return", t("flows.review.withdraw"))}
        {state !== "approved" && judges && button("approve", t("flows.review.approve"))}
      </p>
    </div>
  );
}

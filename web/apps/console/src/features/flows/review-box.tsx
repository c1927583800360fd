import { useTranslation } from "@lianxin/i18n";
import { App, Button, Input } from "antd";
import { useRef } from "react";
import { ApiForm, FormItem, useApiForm } from "../../shared/form";
import { hasRole, useSession } from "../../shared/session";
import { type FlowDetail, type Review, review } from "./data";
import type { DraftKeeper } from "./draft-keeper";

type Act = Review["act"];
const DONE = { request: "requested", approve: "approved", return: "returned" } as const;

/** What this person may do with the draft now, the likeliest first. */
function actsOf(state: FlowDetail["draft"]["state"], judges: boolean, own: boolean): Act[] {
  if (state === "editing") return judges ? ["request", "approve"] : ["request"];
  if (judges) return state === "review" ? ["approve", "return"] : ["return"];
  return state === "review" && own ? ["return"] : [];
}

/** Ask for a review; an administrator approves or returns, with a note. */
export function ReviewBox({
  flow,
  keeper,
  onDone,
}: {
  flow: FlowDetail;
  keeper: DraftKeeper;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const session = useSession();
  const judges = hasRole(session, "administrator");
  const { state, updated_by, note } = flow.draft;
  const acts = actsOf(state, judges, updated_by?.number === session.number);
  /** The button that was pressed; by keys it is the first. */
  const pressed = useRef<Act | undefined>(undefined);
  const form = useApiForm({
    name: `flow/${flow.code}/review`,
    initial: { note: "" },
    write: async (values) => {
      const act = pressed.current ?? acts[0];
      pressed.current = undefined;
      if (act === undefined) return;
      await keeper.flush();
      await review(flow.code, { ...values, act });
      void message.success(t(`flows.review.${DONE[act]}`));
    },
    keys: [["flow-state", flow.code], ["flows"]],
    onDone,
  });
  const word = (act: Act) => t(`flows.review.${act === "return" && !judges ? "withdraw" : act}`);
  return (
    <div className="flow-review">
      {note !== "" && <p className="lx-soft">{note}</p>}
      {acts.length > 0 && (
        <ApiForm state={form} buttons={false}>
          <FormItem name="note" label={t("flows.review.note")}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
          </FormItem>
          <p className="flow-review-acts">
            {acts.map((act, place) => (
              <Button
                key={act}
                type={place === 0 ? "primary" : "default"}
                disabled={form.busy}
                onClick={() => {
                  pressed.current = act;
                  form.form.submit();
                }}
              >
                {word(act)}
              </Button>
            ))}
          </p>
        </ApiForm>
      )}
    </div>
  );
}

import { ApiError, type CaseCreate } from "@lianxin/api";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { invalidate } from "../../shared/data/invalidate";
import { openCase } from "./data";
import { useDraftDesk } from "./draft-desk";
import type { Draft } from "./drafts";

/** The request that files `draft`. */
export function bodyOf({ call, fields }: Draft): CaseCreate {
  return {
    call,
    source: "phone",
    type: fields.type as CaseCreate["type"],
    urgency: fields.urgency,
    secrecy: fields.secrecy,
    title: fields.title.trim(),
    content: fields.content.trim(),
    citizen_name: fields.citizen_name.trim(),
    phone: fields.phone.replaceAll(" ", ""),
    address: fields.address.trim(),
  };
}

/** File the draft. What was typed stays whatever the server says; sent twice it is filed once. */
export function useSubmit(draft: Draft) {
  const desk = useDraftDesk();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const opened = await openCase(bodyOf(draft), draft.id);
      desk.filed(draft.id, opened);
      invalidate(client, { kind: "case", id: opened.case.id });
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return { submit, busy, problem };
}

import { ApiError } from "@lianxin/api";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { invalidate } from "../../shared/data/invalidate";
import { useDraftDesk } from "./draft-desk";
import type { Draft } from "./drafts";
import { fileDraft } from "./filing";

/** File the draft. What was typed stays whatever the server says; sent twice it is filed once. */
export function useSubmit(draft: Draft) {
  const desk = useDraftDesk();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const sending = useRef(false);
  const submit = async () => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const opened = await fileDraft(draft, desk);
      desk.filed(draft.id, opened);
      invalidate(client, { kind: "case", id: opened.case.id });
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : String(error));
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  return { submit, busy, problem };
}

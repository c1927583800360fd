import { useQueryClient } from "@tanstack/react-query";
import { invalidate } from "../../shared/data/invalidate";
import { useDraftDesk } from "./draft-desk";
import { fileDraft } from "./filing";

/** File a draft by its id. What was typed stays whatever the server says; sent twice it is filed once. */
export function useSubmit(): (id: string) => Promise<void> {
  const desk = useDraftDesk();
  const client = useQueryClient();
  return async (id) => {
    const draft = desk.begin(id);
    if (draft === null) return;
    try {
      const opened = await fileDraft(draft, desk);
      desk.filed(id, opened);
      invalidate(client, { kind: "case", id: opened.case.id });
    } catch (error) {
      desk.failed(id, error instanceof Error ? error : new Error(String(error)));
    }
  };
}

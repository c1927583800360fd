import { useEffect } from "react";
import { useNavigate } from "react-router";
import { useWorkplaceState } from "../../shared/live/context";
import { useDraftDesk } from "./draft-desk";

const CARRIED = ["talking", "held", "detached"];

/** A call that was answered brings the desk and its draft to the front, once. */
export function useCallDraft(): void {
  const { live } = useWorkplaceState();
  const desk = useDraftDesk();
  const navigate = useNavigate();
  const carried = live.call !== null && CARRIED.includes(live.call.phase);
  const id = carried ? live.call?.id : undefined;
  const caller = live.call?.caller ?? "";
  useEffect(() => {
    if (id === undefined) return;
    desk.openForCall({ id, caller });
    void navigate("/");
  }, [id, caller, desk, navigate]);
}

import { useEffect } from "react";
import { useNavigate } from "react-router";
import { useWorkplaceState } from "../../shared/live/context";
import { currentCall } from "../../shared/live/state";
import { useDraftDesk } from "./draft-desk";

const CARRIED = ["talking", "held", "detached"];

/** A call that was answered brings the desk and its draft to the front, once. */
export function useCallDraft(): void {
  const { live } = useWorkplaceState();
  const desk = useDraftDesk();
  const navigate = useNavigate();
  const call = currentCall(live);
  const carried = call !== null && CARRIED.includes(call.phase);
  const id = carried ? call.id : undefined;
  const caller = call?.caller ?? "";
  useEffect(() => {
    if (id === undefined) return;
    desk.openForCall({ id, caller });
    void navigate("/");
  }, [id, caller, desk, navigate]);
}

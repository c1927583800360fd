import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { useWorkplaceState } from "../../shared/live/context";
import { currentCall } from "../../shared/live/state";
import { isSomebodyTyping } from "../../shared/typing";
import { useDraftDesk } from "./draft-desk";

/**
 * The draft of a call is there from the ring on. It comes to the front, once, by the agent's own
 * hand: as they press the key that answers. A call that was answered elsewhere (a telephone of
 * their own, a page before this one) brings it only where nobody is typing.
 */
export function useCallDraft(): void {
  const { live, answering } = useWorkplaceState();
  const desk = useDraftDesk();
  const navigate = useNavigate();
  const call = currentCall(live);
  const id = call?.id ?? "";
  const caller = call?.caller ?? "";
  const rings = call?.phase === "ringing";
  const rang = useRef<{ id: string; caller: string } | null>(null);
  useEffect(() => {
    if (rang.current !== null && rang.current.id !== id) desk.unring(rang.current);
    rang.current = rings ? { id, caller } : null;
    if (id !== "") desk.ring({ id, caller });
  }, [id, caller, rings, desk]);
  const byHand = answering === id;
  useEffect(() => {
    if (id === "" || (!byHand && (rings || isSomebodyTyping()))) return;
    if (desk.openForCall({ id, caller })) void navigate("/");
  }, [id, caller, rings, byHand, desk, navigate]);
}

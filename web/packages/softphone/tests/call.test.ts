import type { RTCSession } from "jssip/lib/RTCSession";
import { describe, expect, it, vi } from "vitest";
import { Call, type CallParts } from "../src/call";

/** A microphone of one track that knows whether it was stopped. */
function microphone() {
  const track = { stop: vi.fn(), enabled: true, onended: null };
  const stream = { getTracks: () => [track], getAudioTracks: () => [track] };
  return { track, stream: stream as unknown as MediaStream };
}

function ringing() {
  const session = { on: vi.fn(), answer: vi.fn(), isEnded: () => false };
  const parts = { keeps: false, dispatch: vi.fn(), ended: vi.fn() };
  const call = new Call({
    ...parts,
    callId: "a",
    session: session as unknown as RTCSession,
    socket: {} as CallParts["socket"],
    speaker: { play: vi.fn(), stop: vi.fn() } as unknown as CallParts["speaker"],
  });
  return { call, session };
}

describe("a call that rings", () => {
  it("is answered once by a double click, with a microphone that stays open", async () => {
    const { call, session } = ringing();
    const { track, stream } = microphone();
    const open = vi.fn(async () => stream);
    expect(await Promise.all([call.answer(open, {}), call.answer(open, {})])).toEqual([true, true]);
    expect(await call.answer(open, {})).toBe(true); // answered, and not yet confirmed
    expect(open).toHaveBeenCalledOnce();
    expect(session.answer).toHaveBeenCalledOnce();
    expect(track.stop).not.toHaveBeenCalled();
  });

  it("can be answered later when there was no microphone at first", async () => {
    const { call, session } = ringing();
    expect(await call.answer(async () => undefined, {})).toBe(false);
    expect(session.answer).not.toHaveBeenCalled();
    expect(await call.answer(async () => microphone().stream, {})).toBe(true);
    expect(session.answer).toHaveBeenCalledOnce();
  });
});

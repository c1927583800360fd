import { describe, expect, it } from "vitest";
import { type Action, initialState, reduce, type SoftphoneState } from "../src/state";

const after = (...actions: Action[]): SoftphoneState => actions.reduce(reduce, initialState);

describe("the line", () => {
  it("goes from connecting to registered", () => {
    expect(after({ type: "connecting" }).registration).toBe("connecting");
    expect(after({ type: "connecting" }, { type: "registered" })).toEqual({
      ...initialState,
      registration: "registered",
    });
  });

  it("tells a lost connection from one that never was, and forgets it when it is back", () => {
    const never = after({ type: "connecting" }, { type: "socket_lost" });
    expect(never.errorCode).toBe("socket.unreachable");
    const lost = after({ type: "registered" }, { type: "socket_lost" });
    expect(lost).toMatchObject({ registration: "connecting", errorCode: "socket.lost" });
    expect(reduce(lost, { type: "socket_lost" }).errorCode).toBe("socket.lost");
    expect("errorCode" in reduce(lost, { type: "registered" })).toBe(false);
  });

  it("stays offline when a stopped connection closes at last", () => {
    expect(after({ type: "registered" }, { type: "stopped" }, { type: "socket_lost" })).toEqual(
      initialState,
    );
  });

  it("shows a refused account until it is accepted", () => {
    const refused = after({ type: "connecting" }, { type: "account_refused" });
    expect(refused).toMatchObject({ registration: "failed", errorCode: "account.refused" });
    expect(reduce(refused, { type: "registered" }).errorCode).toBeUndefined();
  });
});

describe("a call", () => {
  it("survives the loss of the connection and of the registration", () => {
    const talking = after({ type: "registered" }, { type: "rang" }, { type: "connected" });
    for (const type of ["socket_lost", "connecting", "registered", "account_refused"] as const) {
      expect(reduce(talking, { type }).session).toBe("active");
    }
  });

  it("keeps why it ended until the next begins", () => {
    const failed = after({ type: "dialled" }, { type: "ended", code: "call.busy" });
    expect(failed).toMatchObject({ session: "none", errorCode: "call.busy" });
    expect(reduce(failed, { type: "dialled" }).errorCode).toBeUndefined();
  });

  it("ends without a code when somebody hung up", () => {
    const ended = after({ type: "rang" }, { type: "connected" }, { type: "ended" });
    expect(ended).toEqual(initialState);
  });

  it("does not hide a trouble of the microphone by ending", () => {
    const code = "microphone.refused";
    const state = after(
      { type: "dialled" },
      { type: "microphone_failed", code },
      { type: "ended" },
    );
    expect(state).toMatchObject({ session: "none", microphone: "refused", errorCode: code });
  });

  it("is never muted at its beginning", () => {
    const again = after({ type: "muted", muted: true }, { type: "ended" }, { type: "rang" });
    expect(again.muted).toBe(false);
  });

  it("that could not be rung leaves the one in progress alone", () => {
    const talking = after({ type: "connected" });
    const refused = reduce(talking, { type: "refused_call", code: "call.no_common_codec" });
    expect(refused).toMatchObject({ session: "active", errorCode: "call.no_common_codec" });
  });
});

describe("sound", () => {
  it.each([
    ["microphone.refused", "refused"],
    ["microphone.insecure_context", "refused"],
    ["microphone.missing", "missing"],
    ["microphone.busy", "missing"],
    ["microphone.lost", "missing"],
  ] as const)("%s means the microphone is %s, until it is granted", (code, microphone) => {
    const failed = after({ type: "microphone_failed", code });
    expect(failed).toMatchObject({ microphone, errorCode: code });
    expect(reduce(failed, { type: "microphone_granted" })).toEqual({
      ...initialState,
      microphone: "granted",
    });
  });

  it("cures only its own trouble", () => {
    const state = after({ type: "speaker_blocked" }, { type: "microphone_granted" });
    expect(state.errorCode).toBe("speaker.blocked");
    expect(reduce(state, { type: "speaker_allowed" }).errorCode).toBeUndefined();
  });
});

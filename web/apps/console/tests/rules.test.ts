import type { CallView } from "@lianxin/api/live";
import type { SoftphoneState } from "@lianxin/softphone";
import { describe, expect, it } from "vitest";
import { attachOccasion, callToAttach, hangUpWay } from "../src/shared/live/rules";
import { INITIAL, type LiveState } from "../src/shared/live/state";

function live(phase: CallView["phase"] | null, parts: Partial<LiveState> = {}): LiveState {
  const call: CallView = {
    id: "c1",
    phase: phase ?? "talking",
    caller: "13800000001",
    line: "12345",
    line_name: "示范市",
    keys: "",
    way: [],
    node_names: {},
    source: "web",
    started_at: 0,
    queued_at: 0,
    answered_at: 0,
    held_since: null,
    recording: true,
    participants: [],
  };
  return { ...INITIAL, connection: "open", calls: phase === null ? [] : [call], ...parts };
}

const silent: SoftphoneState = {
  registration: "connecting",
  session: "none",
  microphone: "granted",
  muted: false,
};
const registered: SoftphoneState = { ...silent, registration: "registered" };
const active: SoftphoneState = { ...registered, session: "active" };

describe("callToAttach", () => {
  it("brings a conversation back to a telephone that does not carry it", () => {
    for (const phase of ["ringing", "talking", "held", "detached"] as const) {
      expect(callToAttach(live(phase), registered)).toBe("c1");
    }
  });

  it("leaves a conversation alone that the telephone still carries", () => {
    expect(callToAttach(live("talking"), active)).toBeNull();
  });

  it("replaces a dead leg once the centre says that it is gone", () => {
    expect(callToAttach(live("detached"), active)).toBe("c1");
  });

  it("waits for the telephone and for the socket", () => {
    expect(callToAttach(live("talking"), silent)).toBeNull();
    expect(callToAttach(live("talking", { connection: "lost" }), registered)).toBeNull();
  });

  it("leaves a ringing call alone that the telephone already has", () => {
    const rung: SoftphoneState = { ...registered, session: "incoming" };
    expect(callToAttach(live("ringing"), rung)).toBeNull();
    expect(callToAttach(live(null), registered)).toBeNull();
  });
});

describe("attachOccasion", () => {
  it("changes with a welcome, a registration and a lost leg, not with a silent telephone", () => {
    const base = attachOccasion(live("talking"), 1);
    expect(attachOccasion(live("held"), 1)).toBe(base);
    expect(attachOccasion(live("talking", { welcomes: 1 }), 1)).not.toBe(base);
    expect(attachOccasion(live("talking"), 2)).not.toBe(base);
    expect(attachOccasion(live("detached"), 1)).not.toBe(base);
  });
});

describe("hangUpWay", () => {
  it.each([
    ["rejects what rings", live("ringing"), { ...registered, session: "incoming" }, "reject"],
    ["asks the centre in a call", live("talking"), active, "live"],
    [
      "sends BYE when the socket is away",
      live("talking", { connection: "lost" }),
      active,
      "telephone",
    ],
    ["does nothing without a call", live(null), registered, "none"],
  ] as const)("%s", (_, state, phone, way) => {
    expect(hangUpWay(state, phone)).toBe(way);
  });
});

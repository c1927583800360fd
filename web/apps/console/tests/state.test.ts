import type { AgentView, CallView, Notice, Welcome } from "@lianxin/api/live";
import { describe, expect, it } from "vitest";
import { apply, currentCall, INITIAL, type LiveState } from "../src/shared/live/state";

const agent: AgentView = {
  person: 1,
  number: "8001",
  name: "李示范",
  state: "ready",
  reason: "",
  since: 1000,
};
const call: CallView = {
  id: "c1",
  phase: "ringing",
  caller: "13800000001",
  line: "12345",
  line_name: "示范市",
  keys: "1",
  way: [],
  node_names: {},
  source: "carrier",
  started_at: 900,
  queued_at: 950,
  answered_at: null,
  held_since: null,
  recording: false,
  participants: [],
};
const floor = { waiting: 0, callbacks: 0, longest_since: null, ready: 1, talking: 0 };

function welcome(parts: Partial<Welcome> = {}): Welcome {
  return {
    type: "welcome",
    role: "agent",
    now: 5000,
    resume: "r",
    sip: null,
    agent,
    calls: [],
    floor,
    ...parts,
  };
}

function after(...notices: Notice[]): LiveState {
  return notices.reduce((state, notice) => apply(state, notice, 4000), INITIAL);
}

/** What a welcome tells, without what only this page knows. */
function told({ role, agent: person, calls, floor: room, sip, connection }: LiveState) {
  return { role, agent: person, calls, floor: room, sip, connection };
}

describe("a welcome followed by events is a fresh welcome", () => {
  const talking = { ...agent, state: "talking" as const, since: 1200 };
  const answered = { ...call, phase: "talking" as const, answered_at: 1200 };
  const held = { ...answered, phase: "held" as const, held_since: 1300 };
  const busy = { ...floor, waiting: 3, callbacks: 0, longest_since: 1100 };
  const cases: [string, Notice[], Partial<Welcome>][] = [
    ["a call rings", [{ type: "call_changed", call }], { calls: [call] }],
    [
      "it is answered",
      [
        { type: "call_changed", call },
        { type: "agent_changed", agent: talking },
        { type: "call_changed", call: answered },
      ],
      { calls: [answered], agent: talking },
    ],
    ["it is held", [{ type: "call_changed", call: held }], { calls: [held] }],
    ["the floor fills", [{ type: "floor_changed", floor: busy }], { floor: busy }],
    [
      "it ends",
      [
        { type: "call_changed", call: answered },
        { type: "call_ended", call: answered, outcome: "answered", by: "caller" },
      ],
      { calls: [] },
    ],
  ];
  it.each(cases)("%s", (_, notices, snapshot) => {
    expect(told(after(welcome(), ...notices))).toEqual(told(after(welcome(snapshot))));
  });
});

describe("apply", () => {
  it("keeps the difference of the clocks", () => {
    expect(after(welcome()).offset).toBe(1000);
  });

  it("keeps a newer call when an older one ends", () => {
    const newer = { ...call, id: "c2" };
    const state = after(welcome({ calls: [call, newer] }), {
      type: "call_ended",
      call,
      outcome: "answered",
      by: "agent",
    });
    expect(state.calls).toEqual([newer]);
    expect(currentCall(state)).toEqual(newer);
    expect(state.ended?.call.id).toBe("c1");
  });

  it("drops a call whose phase is ended, and only that", () => {
    const over = { ...call, phase: "ended" as const };
    expect(after(welcome({ calls: [call] }), { type: "call_changed", call: over }).calls).toEqual(
      [],
    );
    const other = { ...over, id: "c9" };
    expect(after(welcome({ calls: [call] }), { type: "call_changed", call: other }).calls).toEqual([
      call,
    ]);
  });

  it("keeps several calls apart; the page speaks of the one that came last", () => {
    const second = { ...call, id: "c2" };
    const held = { ...call, phase: "held" as const };
    const state = after(
      welcome({ calls: [call] }),
      { type: "call_changed", call: second },
      { type: "call_changed", call: held },
    );
    expect(state.calls).toEqual([held, second]);
    expect(currentCall(state)).toEqual(second);
    expect(currentCall(INITIAL)).toBeNull();
  });

  it("says that another page took over", () => {
    expect(after(welcome(), { type: "replaced" }).connection).toBe("replaced");
  });

  it("counts welcomes and never changes the state that it was given", () => {
    const first = after(welcome());
    const second = apply(first, welcome(), 4000);
    expect([first.welcomes, second.welcomes]).toEqual([1, 2]);
  });
});

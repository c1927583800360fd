import type { Session } from "@lianxin/api";
import { describe, expect, it } from "vitest";
import { groupsOf, homeOf } from "../src/app/shell/pages";
import {
  badgeText,
  groupOf,
  pageAt,
  readMemory,
  remember,
  sumOf,
  targetOf,
} from "../src/app/shell/rail";

const ALL = ["knowledge", "polls", "surveys", "look_ups"];

/** What they may do to accounts where one administrator may be all three. */
const ACTS: Record<string, string[]> = {
  administrator: ["list", "add", "read_trail"],
  security_administrator: ["list", "grant"],
  audit_administrator: ["list", "read_trail"],
};

function session(roles: string[], rights: string[] = [], functions = ALL): Session {
  const acts = roles.flatMap((role) => ACTS[role] ?? []);
  return { roles, rights, functions, acts } as unknown as Session;
}

const shape = (of: Session) =>
  Object.fromEntries(groupsOf(of).map(({ name, pages }) => [name, pages.map((page) => page.name)]));

describe("the pages of a role", () => {
  it.each<[string, Session, Record<string, string[]>]>([
    [
      "agent",
      session(["agent"]),
      { intake: ["desk", "calls", "messages"], casework: ["cases"], knowing: ["knowledge"] },
    ],
    [
      "administrator",
      session(["administrator"]),
      {
        intake: ["calls", "messages"],
        lead: ["agents", "notices"],
        knowing: ["knowledge"],
        automation: ["flows", "lines", "prompts"],
        figures: ["polls"],
        system: ["alarms", "people", "audit", "connections", "dispositions"],
      },
    ],
    ["security administrator", session(["security_administrator"]), { system: ["people"] }],
    ["audit administrator", session(["audit_administrator"]), { system: ["people", "audit"] }],
    ["operator", session(["operator"]), { system: ["centres"] }],
    [
      "flow editor",
      session(["flow_editor"]),
      { knowing: ["knowledge"], automation: ["flows", "lines", "prompts"], figures: ["polls"] },
    ],
    [
      "reader of the mailbox",
      session([], ["mailbox"]),
      { intake: ["desk", "calls", "messages"], casework: ["cases"], knowing: ["knowledge"] },
    ],
    ["nobody", session([]), {}],
  ])("%s", (_, who, pages) => {
    expect(shape(who)).toEqual(pages);
  });

  it("lacks what is switched off at the centre, and the group with it", () => {
    expect(shape(session(["supervisor"], [], []))).not.toHaveProperty("figures");
    expect(shape(session(["supervisor"]))).toMatchObject({ figures: ["polls", "surveys"] });
  });

  it("lacks the trail where another is the audit administrator", () => {
    const separate = { ...session(["administrator"]), acts: ["list", "add"] } as Session;
    expect(shape(separate).system).not.toContain("audit");
    expect(shape(separate).system).toContain("people");
  });

  it("begins where the person works", () => {
    const begins = (...roles: string[]) => homeOf(session(roles))?.path;
    expect(begins("agent")).toBe("/");
    expect(begins("administrator")).toBe("/calls");
    expect(begins("flow_editor")).toBe("/flows");
    expect(begins("knowledge_editor")).toBe("/knowledge");
    expect(begins("operator")).toBe("/centres");
    expect(begins()).toBeUndefined();
  });
});

describe("where one is", () => {
  const groups = groupsOf(session(["supervisor"]));
  it.each([
    ["/", "desk", "intake"],
    ["/calls", "calls", "intake"],
    ["/calls/42/trace", "calls", "intake"],
    ["/lines/answers", "lines", "automation"],
    ["/callsigns", undefined, undefined],
    ["/audit", undefined, undefined],
  ])("%s", (path, page, group) => {
    const here = pageAt(groups, path);
    expect([here?.name, groupOf(groups, here)?.name]).toEqual([page, group]);
  });
});

describe("the last page of a group", () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const intake = groupsOf(session(["agent"]))[0];
  if (intake === undefined) throw new Error("an agent has an intake");

  it("is kept for each person by themselves", () => {
    expect(targetOf(intake, readMemory(storage, "shifan.8001")).name).toBe("desk");
    remember(storage, "shifan.8001", "intake", "messages");
    expect(targetOf(intake, readMemory(storage, "shifan.8001")).name).toBe("messages");
    expect(targetOf(intake, readMemory(storage, "shifan.8002")).name).toBe("desk");
  });

  it("is the first again when it may no longer be opened", () => {
    expect(targetOf(intake, { intake: "flows" }).name).toBe("desk");
  });

  it.each(["nonsense", "null", "3"])("is the first when %s was kept", (text) => {
    const memory = readMemory({ getItem: () => text }, "x");
    expect(targetOf(intake, memory).name).toBe("desk");
  });

  it("is kept no further than a full storage allows", () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error("full");
      },
    };
    expect(remember(full, "x", "intake", "calls")).toEqual({ intake: "calls" });
  });
});

describe("what waits", () => {
  it("of a group is that of its pages", () => {
    const [intake] = groupsOf(session(["agent"]));
    expect(sumOf(intake?.pages ?? [], { calls: 3, messages: 2, alarms: 9 })).toBe(5);
  });

  it.each([
    [1, "1"],
    [99, "99"],
    [100, "99+"],
  ])("%d is shown as %s", (count, text) => {
    expect(badgeText(count)).toBe(text);
  });
});

import { describe, expect, it } from "vitest";
import { firstSetup, readSetup, wireSetup } from "../src/features/flows/setup";

const ZONE = "Asia/Shanghai";
const FIRST = firstSetup(ZONE, "12345", ["general"]);

describe("the setup of a simulated call", () => {
  it("comes back from a saved scenario as it was", () => {
    const setup = {
      ...FIRST,
      caller: "02155500001",
      at: "2026-02-13T08:59",
      onDuty: { general: 0 },
      speech: true,
      listens: false,
      answers: [{ source: "http", outcome: "ok", values: '{"due":12.5}', seconds: 3 }],
    };
    expect(readSetup(wireSetup(setup, ZONE), FIRST, ZONE)).toEqual(setup);
  });

  it("is at the moment that was saved, whatever the offset it was written with", () => {
    const at = (zone: string, saved: string) => readSetup({ at: saved }, FIRST, zone).at;
    expect(at(ZONE, "2026-02-13T00:59:00Z")).toBe("2026-02-13T08:59");
    expect(at(ZONE, "2026-02-13T08:59:30+08:00")).toBe("2026-02-13T08:59:30");
    expect(at("Europe/Berlin", "2026-02-13T08:59:00+08:00")).toBe("2026-02-13T01:59");
    expect(at("Europe/Berlin", "2026-07-13T08:59:00+08:00")).toBe("2026-07-13T02:59");
    expect(at(ZONE, "some day")).toBe(FIRST.at);
    for (const moment of ["2026-02-13T01:59:00+01:00", "2026-07-13T02:59:00+02:00"]) {
      const setup = readSetup({ at: moment }, FIRST, "Europe/Berlin");
      expect(wireSetup(setup, "Europe/Berlin").at).toBe(moment);
    }
  });

  it("hears prompts out unless a saved scenario of before presses at once", () => {
    expect(wireSetup(FIRST, ZONE).listens).toBe(true);
    const saved = { at: "2026-02-13T08:59:00+08:00" };
    expect(readSetup(saved, FIRST, ZONE).listens).toBe(false);
    expect(readSetup({ ...saved, listens: true }, FIRST, ZONE).listens).toBe(true);
  });

  it("keeps what its fields do not show", () => {
    const saved = { at: "2026-02-13T08:59:00+08:00", variables: { city: "示范市" } };
    const wire = wireSetup(readSetup(saved, FIRST, ZONE), ZONE);
    expect(wire).toMatchObject({ variables: { city: "示范市" }, at: saved.at, speech: false });
  });

  it("answers one source several times in the order of its fields", () => {
    const answers = [
      { source: "http", outcome: "ok", values: "", seconds: 0 },
      { source: "http", outcome: "error", values: "no JSON", seconds: 0 },
    ];
    expect(wireSetup({ ...FIRST, answers }, ZONE).answers).toEqual({
      http: [
        { outcome: "ok", values: {} },
        { outcome: "error", values: {} },
      ],
    });
  });
});

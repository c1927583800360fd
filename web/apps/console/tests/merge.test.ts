import { describe, expect, it } from "vitest";
import { changedFields, conflicts, merge } from "../src/shared/form/merge";

const base = { title: "路灯不亮", address: "", urgency: "normal" };

describe("merging two edits of a case", () => {
  it("takes each side's own changes without asking", () => {
    const three = {
      base,
      mine: { ...base, address: "和平路" },
      theirs: { ...base, urgency: "urgent" },
    };
    expect(conflicts(three)).toEqual([]);
    expect(merge(three, {})).toEqual({ title: "路灯不亮", address: "和平路", urgency: "urgent" });
  });

  it("asks for what both changed, and for nothing else", () => {
    const three = {
      base,
      mine: { ...base, title: "路灯坏了", urgency: "urgent" },
      theirs: { ...base, title: "路灯损坏", urgency: "urgent" },
    };
    expect(conflicts(three)).toEqual(["title"]);
    expect(merge(three, {}).title).toBe("路灯坏了");
    expect(merge(three, { title: "theirs" }).title).toBe("路灯损坏");
  });

  it("keeps a field that only they changed although it was chosen as mine", () => {
    const three = { base, mine: base, theirs: { ...base, title: "路灯损坏" } };
    expect(merge(three, { title: "mine" }).title).toBe("路灯损坏");
  });

  it("names changed fields only", () => {
    expect(changedFields(base, { ...base, address: "和平路" })).toEqual(["address"]);
  });
});

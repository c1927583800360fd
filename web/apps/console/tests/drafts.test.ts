// @vitest-environment happy-dom
import { guarded, onComputer } from "@lianxin/i18n";
import { beforeEach, describe, expect, it } from "vitest";
import { DraftDesk } from "../src/features/desk/draft-desk";
import { DraftShelf, draftForCall, isBlank, newDraft, problems } from "../src/features/desk/drafts";
import { bodyOf } from "../src/features/desk/filing";

let now = 1_000_000;

function desk(owner = "shifan.8001"): DraftDesk {
  return new DraftDesk(owner, onComputer, () => now);
}

beforeEach(() => {
  localStorage.clear();
  now = 1_000_000;
});

describe("DraftDesk", () => {
  it("finds everything again after a reload", () => {
    const before = desk();
    before.change(before.get().active, { title: "路灯不亮" });
    const [draft] = desk().get().drafts;
    expect(draft?.fields.title).toBe("路灯不亮");
  });

  it("keeps the drafts of different people apart", () => {
    const one = desk();
    one.change(one.get().active, { title: "路灯不亮" });
    expect(desk("shifan.8002").get().drafts[0]?.fields.title).toBe("");
  });

  it("opens a draft for a call and closes none", () => {
    const place = desk();
    const first = place.get().active;
    place.change(first, { title: "路灯不亮" });
    place.openForCall({ id: "c1", caller: "13800000001" });
    const { drafts, active } = place.get();
    expect(drafts).toHaveLength(2);
    expect(active).not.toBe(first);
    expect(drafts.at(-1)).toMatchObject({ call: "c1", fields: { phone: "13800000001" } });
    place.activate(first);
    place.openForCall({ id: "c1", caller: "13800000001" });
    expect(place.get().drafts).toHaveLength(2);
  });

  it("takes no draft from the call that is up for a case of one that is over", () => {
    const place = desk();
    place.openForCall({ id: "c2", caller: "13800000002" });
    place.openForPast({ id: "c1", caller: "13800000001" });
    const { drafts, active } = place.get();
    expect(drafts.map(({ call }) => call)).toEqual(["c2", "c1"]);
    expect(drafts.find(({ id }) => id === active)).toMatchObject({
      call: "c1",
      fields: { phone: "13800000001" },
    });
    place.activate(drafts[0]?.id ?? "");
    place.openForPast({ id: "c1", caller: "13800000001" });
    expect(place.get().active).toBe(active);
    expect(place.get().drafts).toHaveLength(2);
  });

  it("keeps nothing of calls in which nothing was written, and all of the others", () => {
    const place = desk();
    place.openForCall({ id: "c1", caller: "13800000001" });
    place.openForCall({ id: "c2", caller: "13800000002" });
    expect(place.get().drafts.map(({ call }) => call)).toEqual(["c2"]);
    place.change(place.get().active, { title: "路灯不亮" });
    place.openForCall({ id: "c3", caller: "13800000003" });
    expect(place.get().drafts.map(({ call }) => call)).toEqual(["c2", "c3"]);
    place.tidy(null);
    expect(place.get().drafts.map(({ call }) => call)).toEqual(["c2"]);
    expect(place.unfinished().map(({ fields }) => fields.title)).toEqual(["路灯不亮"]);
    expect(desk().get().drafts).toHaveLength(1);
  });

  it("brings a deleted draft back", () => {
    const place = desk();
    const id = place.get().active;
    place.change(id, { title: "路灯不亮" });
    const restore = place.remove(id);
    expect(desk().get().drafts[0]?.fields.title).toBe("");
    restore();
    expect(place.get().active).toBe(id);
    expect(
      desk()
        .get()
        .drafts.some(({ fields }) => fields.title === "路灯不亮"),
    ).toBe(true);
  });

  it("shows number and code until they were read out, and never offers the draft again", () => {
    const place = desk();
    const id = place.get().active;
    place.change(id, { title: "路灯不亮" });
    const opened = { case: { id: "k1", number: "9901" }, code: "123456" } as never;
    place.filed(id, opened);
    expect(place.get().results[id]).toBe(opened);
    expect(new DraftShelf("shifan.8001", onComputer).list()).toHaveLength(0);
    place.close(id);
    expect(place.get().results).toEqual({});
    expect(place.get().drafts.every(isBlank)).toBe(true);
  });

  it("says so when the computer's storage is full", () => {
    const full = { ...localStorage, length: 0, key: () => null } as unknown as Storage;
    full.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    const place = new DraftDesk(
      "x",
      guarded(() => full),
      () => now,
    );
    place.change(place.get().active, { title: "路灯不亮" });
    expect(place.get().saved).toBe(false);
    expect(place.get().drafts[0]?.fields.title).toBe("路灯不亮");
  });

  it("forgets old blank drafts only", () => {
    const shelf = new DraftShelf("shifan.8001", onComputer);
    shelf.save(newDraft(now));
    const written = newDraft(now);
    shelf.save({ ...written, fields: { ...written.fields, title: "路灯不亮" } });
    now += 13 * 3600 * 1000;
    expect(
      desk()
        .get()
        .drafts.map(({ id }) => id),
    ).toEqual([written.id]);
  });
});

describe("draftForCall", () => {
  it("takes a blank draft before it makes a new one, but not a number that was typed", () => {
    const blank = newDraft(now);
    const typed = { ...blank, fields: { ...blank.fields, phone: "010-5550100" } };
    const taken = draftForCall([typed], { id: "c1", caller: "13800000001" }, now);
    expect(taken).toMatchObject({ id: blank.id, call: "c1", fields: { phone: "010-5550100" } });
  });
});

describe("problems", () => {
  it("names what is missing, in the order of the form", () => {
    expect(problems({ ...newDraft(now).fields, phone: "call me" })).toEqual([
      "type",
      "title",
      "content",
      "phone",
    ]);
  });
});

describe("bodyOf", () => {
  it("sends what the API takes: trimmed, the number without spaces", () => {
    const draft = newDraft(now, "c1", "138 0000 0001");
    draft.fields.title = "  路灯不亮 ";
    expect(bodyOf(draft)).toMatchObject({ call: "c1", title: "路灯不亮", phone: "13800000001" });
  });
});

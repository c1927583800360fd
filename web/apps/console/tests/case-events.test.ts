// @vitest-environment happy-dom
import type { Translate } from "@lianxin/i18n";
import { beforeEach, expect, test } from "vitest";
import { eventWord } from "../src/features/cases/event-word";
import { editKey, fieldsOf, storedEdit } from "../src/features/cases/fields";
import { cases } from "../src/features/cases/locales/zh";

const words: Readonly<Record<string, string>> = cases.event;
const t = ((key: string) => words[key.replace("cases.event.", "")] ?? key) as Translate;

const FIELDS = {
  type: "help",
  urgency: "normal",
  secrecy: "internal",
  title: "路灯不亮",
  content: "第 3 盏",
  citizen_name: "",
  phone: "13800000077",
  address: "",
} as const;

beforeEach(() => sessionStorage.clear());

test("dispatching what a department has already is called by its own word", () => {
  expect(eventWord(t, "dispatched", "accepted")).toBe("派单");
  expect(eventWord(t, "dispatched", "dispatched")).toBe("改派");
  expect(eventWord(t, "dispatched", "in_progress")).toBe("改派");
  expect(eventWord(t, "opened", null)).toBe("受理");
  expect(eventWord(t, "reopened", "closed")).toBe("重新打开");
});

test("a state is no field", () => {
  expect(fieldsOf({ ...FIELDS, state: "closed" } as typeof FIELDS)).toEqual(FIELDS);
});

test("an edit that an older page kept is taken over without its state", () => {
  const old = { ...FIELDS, state: "accepted" };
  const kept = { version: 3, base: old, mine: { ...old, title: "路灯", state: "closed" } };
  sessionStorage.setItem(editKey("shifan.8001", "1"), JSON.stringify(kept));
  expect(storedEdit(editKey("shifan.8001", "1"))).toEqual({
    version: 3,
    base: FIELDS,
    mine: { ...FIELDS, title: "路灯" },
  });
});

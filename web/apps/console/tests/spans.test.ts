import { expect, test } from "vitest";
import { partOfDay, readSpans, writeSpans } from "../src/shared/formats/spans";

test.each([
  ["", ""],
  ["09:00-12:00", "09:00-12:00"],
  ["13:30-17:30 9:00-12:00", "09:00-12:00 13:30-17:30"],
  ["0900-1200，1330–1730", "09:00-12:00 13:30-17:30"],
  ["09：00 至 12：00、14:00~24:00", "09:00-12:00 14:00-24:00"],
  ["22:00-24:00 00:00-06:00", "00:00-06:00 22:00-24:00"],
  ["09:00-12:00 12:00-18:00", "09:00-12:00 12:00-18:00"],
])("%s is read as %s", (typed, spans) => {
  const read = readSpans(typed);
  expect(read).not.toBeNull();
  expect(writeSpans(read ?? [])).toBe(spans);
});

test.each(["9-12", "12:00-09:00", "09:00-09:00", "09:00-24:30", "09:00-12:00 11:00-13:00", "x"])(
  "%s is refused",
  (typed) => expect(readSpans(typed)).toBeNull(),
);

test("a time stands in its day", () => {
  expect([partOfDay("00:00"), partOfDay("12:00"), partOfDay("24:00")]).toEqual([0, 0.5, 1]);
});

test.each(["９：００－１２：００　１３：３０－１７：３０", "\u202d09:00-12:00 13:30-17:30\u202c"])(
  "pasted from a document, %s is read",
  (typed) => expect(writeSpans(readSpans(typed) ?? [])).toBe("09:00-12:00 13:30-17:30"),
);

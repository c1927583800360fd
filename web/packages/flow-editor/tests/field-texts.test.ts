import { describe, expect, it } from "vitest";
import { NODE_TYPES } from "../src/model/known-types";
import { fieldTexts } from "../src/panel/field-texts";
import { NOTHING, naming } from "../src/panel/vocabulary";
import { en } from "../src/words/en";
import { zh } from "../src/words/zh";

const vocabulary = {
  ...NOTHING,
  choices: { queue: [{ code: "general", name: "综合" }] },
  prompts: new Map([["welcome", { id: "welcome", name: "", texts: { zh: "您好" }, audio: {} }]]),
};
const note = (id: string) => (id === "open" ? "开门" : id);

function texts(english: boolean) {
  const words = english ? en : zh;
  return fieldTexts({ types: NODE_TYPES, naming: naming(vocabulary, english), words, note });
}

describe("what stands in a field", () => {
  it.each([
    ["menu", "prompts", ["welcome", "$extra"], "您好、〔extra〕"],
    ["menu", "keys", { "1": "open", "2": "bye" }, "1 → 开门\n2 → bye"],
    ["queue", "queue", "general", "综合"],
    ["queue", "priority", 3, "3"],
    ["record", "kind", "complaint", "投诉"],
    ["collect", "secret", true, "是"],
    ["say", "next", undefined, "—"],
    ["", "start", "open", "开门"],
    ["", "languages", ["zh", "en"], "普通话 / 英语"],
    ["unheard_of", "what", { a: [1, 2] }, "a → 1、2"],
  ])("%s.%s is told without codes", (type, name, value, said) => {
    expect(texts(false).value(type, name, value)).toBe(said);
  });

  it("is told in English too", () => {
    expect(texts(true).value("collect", "secret", false)).toBe("No");
    expect(texts(true).field("menu", "keys")).toBe("Keys");
    expect(texts(true).field("", "agent_node")).toBe(en.panel.agentNode);
  });

  it("names the hours of a day from and to", () => {
    const week = { mon: [["08:30", "12:00"]] };
    expect(texts(false).value("hours", "week", week)).toBe("周一 → 08:30 – 12:00");
  });
});

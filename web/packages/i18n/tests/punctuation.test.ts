// @vitest-environment jsdom
import { afterEach, expect, it } from "vitest";
import { changeLanguage, clausesOf, listOf, pairOf, startI18n } from "../src";

startI18n({ zh: {}, en: {} });
afterEach(() => changeLanguage("zh"));

it("sets Chinese points in Chinese pages and English ones in English", () => {
  const texts = () => [listOf(["a", "b"]), clausesOf(["a", "b"]), pairOf("a", "b")];
  changeLanguage("zh");
  expect(texts()).toEqual(["a、b", "a；b", "a：b"]);
  changeLanguage("en");
  expect(texts()).toEqual(["a, b", "a; b", "a: b"]);
});

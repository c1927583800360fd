import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const TESTS = resolve("apps/console/tests");
const FEATURES = resolve("apps/console/src/features");

/** Forms and dialogs that no component test opens yet. Take names away; add none. */
const UNTESTED: string[] = [];

function files(folder: string, end: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf-8" })
    .filter((file) => file.endsWith(end))
    .map((file) => file.replaceAll("\\", "/"));
}

/** A file that draws a form, a modal or a drawer, is called a form, or writes. */
function isForm(file: string): boolean {
  if (file.endsWith("-form.tsx")) return true;
  const text = readFileSync(join(FEATURES, file), "utf-8");
  return /<(form|Form|Modal|Drawer)\b(?!\.)|\buse(ApiForm|ApiMutation|Act|LineAct)\(/.test(text);
}

it("every form and dialog has a component test, but for those that are named here", () => {
  const tests = files(TESTS, ".test.tsx").map((file) => readFileSync(join(TESTS, file), "utf-8"));
  const forms = files(FEATURES, ".tsx")
    .filter(isForm)
    .map((file) => file.replace(/\.tsx$/, ""));
  const opened = (form: string) => tests.some((text) => text.includes(`/features/${form}"`));
  expect(forms.filter((form) => !opened(form)).sort()).toEqual(UNTESTED);
});

// @vitest-environment jsdom
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { changeLanguage, guarded, onComputer, storedLanguage } from "@lianxin/i18n";
import { screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LoginPage } from "../src/app/session/login-page";
import { useColumns } from "../src/shared/components/use-columns";
import { readUnsent, writeUnsent } from "../src/shared/data/unsent";
import { answerOf, listen, show } from "./harness";

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

/** Each way in which a browser keeps nothing. */
const WAYS = {
  full: () =>
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    }),
  forbidden: () => {
    const denied = () => {
      throw new DOMException("denied", "SecurityError");
    };
    vi.spyOn(globalThis, "localStorage", "get").mockImplementation(denied);
    vi.spyOn(globalThis, "sessionStorage", "get").mockImplementation(denied);
  },
};

function Columns({ name }: { name: string }) {
  const columns = ["a", "b"].map((key) => ({ key, title: key, cell: () => key }));
  const { shown, toggle } = useColumns(name, columns);
  return (
    <button type="button" onClick={() => toggle("a")}>
      {shown.map(({ key }) => key).join(" ")}
    </button>
  );
}

describe.each(Object.keys(WAYS) as (keyof typeof WAYS)[])("a storage that is %s", (way) => {
  it("keeps nobody from signing in", async () => {
    const session = answerOf("session");
    listen({ "/api/centres": [{ code: "shifan", name: "示范市" }] }, () => ({ body: session }));
    WAYS[way]();
    const signedIn = vi.fn();
    show(<LoginPage ended={null} onSignedIn={signedIn} />);
    await screen.findByText("示范市");
    await user.type(screen.getByLabelText("工号"), "8001");
    await user.type(screen.getByLabelText("密码"), "geheim{Enter}");
    await waitFor(() => expect(signedIn).toHaveBeenCalledWith(session));
  });

  it("lets language, columns and unsent words last as long as the page", async () => {
    WAYS[way]();
    changeLanguage("en");
    expect(storedLanguage()).toBe("en");
    changeLanguage("zh");
    show(<Columns name={way} />);
    await user.click(screen.getByRole("button", { name: "a b" }));
    expect(screen.getByRole("button", { name: "b" })).toBeTruthy();
    writeUnsent("lianxin.unsent.x", { text: "路灯" });
    expect(readUnsent("lianxin.unsent.x")).toEqual({ text: "路灯" });
    writeUnsent("lianxin.unsent.x", null);
    expect(readUnsent("lianxin.unsent.x")).toBeNull();
  });
});

it("what is kept in the page alone is said to be, until it can be kept", () => {
  let full = true;
  const kept = new Map<string, string>();
  const storage = {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (full) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, text);
    },
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
  };
  const here = guarded(() => storage);
  expect(here.setItem("draft.1", "路灯")).toBe(false);
  expect([here.getItem("draft.1"), here.keys(), here.wouldLose("draft.")]).toEqual([
    "路灯",
    ["draft.1"],
    true,
  ]);
  expect(here.wouldLose("columns.")).toBe(false);
  full = false;
  expect(here.setItem("draft.1", "路灯")).toBe(true);
  expect([kept.get("draft.1"), here.wouldLose("draft.")]).toEqual(["路灯", false]);
});

it("columns that cannot be read are all there", () => {
  onComputer.setItem("lianxin.columns.test", "{");
  show(<Columns name="test" />);
  expect(screen.getByRole("button", { name: "a b" })).toBeTruthy();
});

it("nothing but the guarded storage opens the browser's", () => {
  const roots = ["apps", "packages"].map((folder) => resolve(folder));
  const sources = roots.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf-8" })
      .map((file) => join(root, file).replaceAll("\\", "/"))
      .filter((file) => /\/src\/.*\.tsx?$/.test(file) && !file.includes("/node_modules/")),
  );
  const open = sources.filter((file) =>
    /\b(localStorage|sessionStorage)\b/.test(readFileSync(file, "utf-8")),
  );
  expect(open.map((file) => file.replace(/.*\/packages\//, ""))).toEqual(["i18n/src/storage.ts"]);
});

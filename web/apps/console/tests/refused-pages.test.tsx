// @vitest-environment jsdom
import type { Session } from "@lianxin/api";
import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Gate } from "../src/app/shell/gate";
import { refusalAt } from "../src/app/shell/pages";
import { FlowsPage } from "../src/features/flows/flows-page";
import { network } from "./browser";
import { answerOf, show } from "./harness";

const withRoles = (...roles: string[]): Session => ({
  ...answerOf<Session>("session"),
  roles,
  rights: [],
});

/** The API refuses all; gives what was asked for. */
function refuseAll(): string[] {
  const asked: string[] = [];
  network.answer = async ({ url }) => {
    asked.push(new URL(url).pathname);
    const error = { code: "access.denied", message: "", details: {} };
    return Response.json({ error }, { status: 403 });
  };
  return asked;
}

describe("who may not have a page", () => {
  it("is told so and nothing else, and nothing is asked for it", async () => {
    const asked = refuseAll();
    const page = (
      <Gate>
        <FlowsPage />
      </Gate>
    );
    show(page, { at: "/flows", session: withRoles("agent") });
    expect(await screen.findByText("您没有查看此页的权限")).toBeTruthy();
    expect(screen.queryAllByRole("button")).toEqual([]);
    expect(screen.queryAllByRole("radio")).toEqual([]);
    expect(asked).toEqual([]);
    expect(document.title).toMatch(/^流程 · /);
  });

  it("has no filters where only the server refuses it", async () => {
    refuseAll();
    show(<FlowsPage />, { at: "/flows" });
    expect(await screen.findByText("您没有查看此页的权限")).toBeTruthy();
    expect(screen.queryAllByRole("button")).toEqual([]);
    expect(screen.queryAllByRole("radio")).toEqual([]);
  });

  it("reads its name in the tab, also of a page that others only have", () => {
    refuseAll();
    show(<Gate>{null}</Gate>, { at: "/centres", session: withRoles("agent") });
    expect(document.title).toMatch(/^中心 · /);
  });
});

it.each([
  ["/flows/hall", "agent", "forbidden"],
  ["/centres/shifan", "administrator", "forbidden"],
  ["/calls/42", "flow_editor", "forbidden"],
  ["/calls/42/trace", "flow_editor", null],
  ["/cases/42", "agent", null],
  ["/notices", "flow_editor", null], // the words of notices are theirs, too
  ["/", "operator", null],
  ["/nowhere", "agent", null],
])("%s is, to who is only %s, %s", (path, role, why) => {
  expect(refusalAt(withRoles(role), path)).toBe(why);
});

it("a page whose function is off is off to everybody", () => {
  const session = { ...withRoles("administrator"), functions: [] };
  expect(refusalAt(session, "/polls")).toBe("off");
  expect(refusalAt(session, "/knowledge/guide")).toBe("off");
});

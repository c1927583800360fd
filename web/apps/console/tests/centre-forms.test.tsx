// @vitest-environment jsdom
import type { CentreRead, CentresRead } from "@lianxin/api";
import { screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { CentrePanel } from "../src/features/centres/centre-panel";
import { NewCentrePanel } from "../src/features/centres/new-centre";
import { accepted, answerOf, listen, show } from "./harness";

const about = answerOf<CentresRead>("centres");
const [centre] = about.items as [CentreRead];
const text = (name: RegExp) => screen.getByRole("textbox", { name });

describe("a centre", () => {
  it("gets another name and keeps its quotas", async () => {
    const sent = listen({});
    show(<CentrePanel centre={centre} functions={about.functions} />);
    await user.type(text(/^名称|^中心名称/), "二");
    await user.click(screen.getByRole("button", { name: /^保存/ }));
    await waitFor(() => expect(sent).toHaveLength(1));
    const { quotas, name } = centre;
    expect(accepted(sent).body).toMatchObject({ name: `${name}二`, quotas });
  });

  it("says which of its roles need a second factor", async () => {
    const sent = listen({});
    show(<CentrePanel centre={centre} functions={about.functions} />);
    await user.click(screen.getByRole("combobox", { name: "须启用两步验证的角色" }));
    await user.click(await screen.findByTitle("系统管理员"));
    await user.click(screen.getByRole("button", { name: /^保存/ }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(accepted(sent).body).toMatchObject({ second_factor_roles: ["administrator"] });
  });

  it("is made from a template", async () => {
    const sent = listen({});
    const founded = vi.fn();
    show(<NewCentrePanel about={about} onFounded={founded} />);
    const [code, name, , city] = screen.getAllByRole("textbox") as [HTMLElement, ...HTMLElement[]];
    await user.type(code, "xinshi");
    await user.type(name as HTMLElement, "新市 12345 热线");
    await user.type(city as HTMLElement, "9903");
    const [submit] = screen.getAllByRole("button").slice(-1);
    await user.click(submit as HTMLElement);
    await waitFor(() => expect(founded).toHaveBeenCalled());
    expect(accepted(sent).body).toMatchObject({ code: "xinshi", city_code: "9903" });
  });
});

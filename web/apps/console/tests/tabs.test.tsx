// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { useLocation, useNavigate } from "react-router";
import { expect, it } from "vitest";
import { useDrawerTab } from "../src/features/flows/drawer-tab";
import { NoticesPage } from "../src/features/notices/notices-page";
import { KeysProvider } from "../src/shared/keys";
import { answerOf, listen, show } from "./harness";

function Here() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <output>{`${pathname}${search}`}</output>
      <button type="button" onClick={() => void navigate(-1)}>
        后退
      </button>
      <button type="button" onClick={() => void navigate("/?tab=templates")}>
        链接
      </button>
    </>
  );
}

const at = () => document.querySelector("output")?.textContent;
const chosen = () => screen.getByRole("tab", { selected: true }).textContent;

it("a tab of the notices has an address: back and a link lead to it", async () => {
  listen({
    "/api/notices": answerOf("notices"),
    "/api/notices/gateway": answerOf("gateway"),
    "/api/notices/templates": answerOf("templates"),
    "/api/faxes": answerOf("faxes"),
  });
  show(
    <KeysProvider>
      <NoticesPage />
      <Here />
    </KeysProvider>,
  );
  const first = chosen();
  expect(at()).toBe("/");
  await user.click(screen.getByRole("tab", { name: "短信网关" }));
  expect([at(), chosen()]).toEqual(["/?tab=gateway", "短信网关"]);
  await user.click(screen.getByRole("button", { name: "后退" }));
  await waitFor(() => expect([at(), chosen()]).toEqual(["/", first]));
  await user.click(screen.getByRole("button", { name: "链接" }));
  await waitFor(() => expect(chosen()).not.toBe(first));
  expect(at()).toBe("/?tab=templates");
});

it("the drawer of a flow keeps what else the address says", async () => {
  function Drawer() {
    const [tab, show] = useDrawerTab();
    return (
      <>
        <p>{tab ?? "无"}</p>
        <button type="button" onClick={() => show("simulator")}>
          开
        </button>
        <button type="button" onClick={() => show(null)}>
          关
        </button>
      </>
    );
  }
  show(
    <>
      <Drawer />
      <Here />
    </>,
  );
  await user.click(screen.getByRole("button", { name: "链接" }));
  expect(screen.getByText("无")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "开" }));
  expect(screen.getByText("simulator")).toBeTruthy();
  expect(at()).toBe("/?tab=simulator");
  await user.click(screen.getByRole("button", { name: "关" }));
  expect([at(), screen.queryByText("simulator")]).toEqual(["/", null]);
});

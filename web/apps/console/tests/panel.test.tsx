// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { Input } from "antd";
import { beforeAll, expect, it, vi } from "vitest";
import { DetailPanel } from "../src/shared/components/list-page";
import { ApiForm, FormItem, useApiForm } from "../src/shared/form";
import { KeysProvider } from "../src/shared/keys";
import { show } from "./harness";

beforeAll(() => {
  Element.prototype.checkVisibility ??= () => true; // jsdom has none
});

function Renaming() {
  const state = useApiForm({
    name: "test/panel",
    initial: { name: "" },
    write: async () => undefined,
    onDone: () => undefined,
  });
  return (
    <ApiForm state={state}>
      <FormItem name="name" label="name">
        <Input />
      </FormItem>
    </ApiForm>
  );
}

it("Esc closes a panel, and asks first when a form in it has unsaved words", async () => {
  const closed = vi.fn();
  show(
    <KeysProvider>
      <DetailPanel title="panel" onClose={closed}>
        <Renaming />
      </DetailPanel>
    </KeysProvider>,
  );
  await user.keyboard("{Escape}");
  expect(closed).toHaveBeenCalledOnce();
  await user.type(screen.getByLabelText("name"), "路灯");
  await user.keyboard("{Escape}");
  expect(await screen.findAllByText(/还有没保存的内容/)).not.toEqual([]);
  expect(closed).toHaveBeenCalledOnce();
  const dialog = screen.getByRole("dialog");
  const [close] = [...dialog.querySelectorAll("button")].filter((each) =>
    each.textContent?.startsWith("关闭"),
  );
  await user.click(close as HTMLElement);
  await waitFor(() => expect(closed).toHaveBeenCalledTimes(2));
});

// @vitest-environment jsdom
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { Input, InputNumber, Select } from "antd";
import type { ReactNode } from "react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { DateField } from "../src/shared/components/date-field";
import { DateTimeField } from "../src/shared/components/date-time-field";
import { SuggestField } from "../src/shared/components/suggest-field";
import { ApiForm, FormItem, useApiForm } from "../src/shared/form";
import { show } from "./harness";

const SRC = resolve("apps/console/src");

function One({
  initial,
  write,
  children,
}: {
  initial: unknown;
  write: unknown;
  children: ReactNode;
}) {
  const state = useApiForm({
    name: "one",
    initial: { value: initial },
    write: write as () => Promise<unknown>,
    onDone: vi.fn(),
  });
  return (
    <ApiForm state={state}>
      <FormItem name="value" label="值">
        {children}
      </FormItem>
    </ApiForm>
  );
}

function open(initial: unknown, control: ReactNode) {
  const write = vi.fn(async () => undefined);
  show(
    <One initial={initial} write={write}>
      {control}
    </One>,
  );
  return write;
}

beforeAll(() => {
  Element.prototype.scrollTo ??= () => undefined; // jsdom has none
});

/** All that a keydown could have started has had its turn. */
const settled = () => new Promise((done) => setTimeout(done, 50));

describe("Enter that a control takes does not send the form as well", () => {
  it.each([
    ["a day", "2026-11-23", "2026-12-31", <DateField key="1" />],
    ["a moment", "2026-11-23T00:59:00Z", "2026-12-31 10:00", <DateTimeField key="2" />],
  ])("%s that is typed", async (_, initial, typed, control) => {
    const write = open(initial, control);
    const box = screen.getByRole("textbox");
    await user.click(box);
    fireEvent.change(box, { target: { value: typed } });
    await user.keyboard("{Enter}");
    await settled();
    expect(box).toHaveProperty("value", typed);
    expect(write).not.toHaveBeenCalled();
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(write).toHaveBeenCalledOnce());
  });

  it("a day that is opened by it", async () => {
    const write = open("2026-11-23", <DateField />);
    await user.tab();
    await user.keyboard("{Enter}");
    await settled();
    expect(write).not.toHaveBeenCalled();
  });

  it("one of several", async () => {
    const options = ["甲", "乙"].map((value) => ({ value, label: value }));
    const write = open("甲", <Select options={options} />);
    await user.click(screen.getByRole("combobox"));
    await user.keyboard("{ArrowDown}{Enter}");
    await settled();
    expect(write).not.toHaveBeenCalled();
  });

  it("words that are added", async () => {
    const write = open([], <Select mode="tags" open={false} />);
    await user.click(screen.getByRole("combobox"));
    await user.keyboard("路灯{Enter}");
    await settled();
    expect(screen.getAllByText("路灯")).not.toEqual([]);
    expect(write).not.toHaveBeenCalled();
  });

  it("while suggestions are open, but sends what none are open for", async () => {
    const write = open("", <SuggestField options={[{ value: "12345" }]} />);
    const box = screen.getByRole("combobox");
    await user.type(box, "1");
    await user.keyboard("{Enter}");
    await settled();
    expect(write).not.toHaveBeenCalled();
    fireEvent.click(document.querySelector(".ant-select-item-option") as Element);
    await waitFor(() => expect(box).toHaveProperty("value", "12345"));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(write).toHaveBeenCalledOnce());
  });
});

it("Enter sends a line of text", async () => {
  const line = open("", <Input />);
  await user.type(screen.getByRole("textbox"), "路灯{Enter}");
  await waitFor(() => expect(line).toHaveBeenCalledWith({ value: "路灯" }, null));
});

it("Enter sends a figure as it was typed", async () => {
  const figure = open(4, <InputNumber />);
  await user.clear(screen.getByRole("spinbutton"));
  await user.type(screen.getByRole("spinbutton"), "7{Enter}");
  await waitFor(() => expect(figure).toHaveBeenCalledWith({ value: 7 }, null));
});

it("no form has a control of antd's that takes Enter and sends all the same", () => {
  const taken =
    /\b(DatePicker|TimePicker|AutoComplete|Mentions|Cascader|TreeSelect)\b[^;]*from "antd"/;
  const files = readdirSync(SRC, { recursive: true, encoding: "utf-8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".tsx") && taken.test(readFileSync(join(SRC, file), "utf-8")));
  expect(files.sort()).toEqual([
    "shared/components/suggest-field.tsx",
    "shared/components/typed-date.tsx",
  ]);
});

// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from "@testing-library/react";
import user from "@testing-library/user-event";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { SearchField } from "../src/shared/components/filters";
import { show } from "./harness";

function Page({ told }: { told: (q: string) => void }) {
  const [q, setQ] = useState("");
  const search = (next: string) => {
    told(next);
    setQ(next);
  };
  return <SearchField label="search" value={q} onSearch={search} />;
}

it("leaves the blank between two words, whatever the pause", async () => {
  const told = vi.fn();
  show(<Page told={told} />);
  const field = screen.getByLabelText<HTMLInputElement>("search");
  await user.type(field, "foo ");
  await waitFor(() => expect(told).toHaveBeenLastCalledWith("foo"));
  await user.type(field, "bar{Enter}");
  expect(field.value).toBe("foo bar");
  expect(told).toHaveBeenLastCalledWith("foo bar");
});

it("does not ask for what is still being composed", async () => {
  const told = vi.fn();
  show(<Page told={told} />);
  const field = screen.getByLabelText<HTMLInputElement>("search");
  fireEvent.compositionStart(field);
  fireEvent.change(field, { target: { value: "lu'd" } });
  await new Promise((done) => setTimeout(done, 500));
  expect(told).not.toHaveBeenCalled();
  fireEvent.change(field, { target: { value: "路灯" } });
  fireEvent.compositionEnd(field);
  await waitFor(() => expect(told).toHaveBeenCalledWith("路灯"));
});

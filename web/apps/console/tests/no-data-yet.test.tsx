// @vitest-environment jsdom
import { ApiError } from "@lianxin/api";
import { screen } from "@testing-library/react";
import user from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { NoDataYet } from "../src/shared/components/no-data-yet";
import { show } from "./harness";

it("shows bars until something failed that has no data, and asks that again", async () => {
  const refetch = vi.fn(async () => undefined);
  const known = { data: {}, error: new Error("only read anew"), refetch: vi.fn() };
  const waiting = { data: undefined, error: null, refetch: vi.fn() };
  show(<NoDataYet queries={[known, waiting]} rows={3} />);
  expect(screen.getByRole("status", { name: "正在加载" })).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
  const failed = { data: undefined, error: new ApiError("x", "服务器忙", 503), refetch };
  show(<NoDataYet queries={[known, failed]} rows={3} />);
  expect(screen.getByRole("alert").textContent).toContain("服务器忙");
  await user.click(screen.getByRole("button", { name: "重试" }));
  expect(refetch).toHaveBeenCalledOnce();
  expect(known.refetch).not.toHaveBeenCalled();
});

// @vitest-environment jsdom
import { Player } from "@lianxin/ui";
import { cleanup, render, screen } from "@testing-library/react";
import user from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";

afterEach(cleanup);
afterEach(() => vi.restoreAllMocks());

const texts = { play: "play", pause: "", position: "at", speed: "", failed: "failed", back: "" };

it("fetches a recording again that could not be fetched", async () => {
  const load = vi.spyOn(HTMLMediaElement.prototype, "load").mockReturnValue();
  const play = vi.spyOn(HTMLMediaElement.prototype, "play").mockRejectedValueOnce(new Error());
  play.mockResolvedValue();
  render(<Player source="/a.wav" length={1000} texts={texts} />);
  const button = screen.getByRole("button", { name: "play" });
  await user.click(button);
  expect(await screen.findByRole("alert")).toBeTruthy();
  expect(load).not.toHaveBeenCalled();
  await user.click(button);
  expect(load).toHaveBeenCalledOnce();
  expect(screen.queryByRole("alert")).toBeNull();
});

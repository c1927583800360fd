// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useAskedNumber } from "../src/features/desk/use-asked-number";

it("asks for a number when it is whole, its field is left or another draft comes", () => {
  const first = { typed: "", draft: "a" };
  const { result, rerender } = renderHook(({ typed, draft }) => useAskedNumber(typed, draft), {
    initialProps: first,
  });
  const asked = (typed: string, draft = "a") => {
    rerender({ typed, draft });
    return result.current[0];
  };
  for (const typed of ["1", "138", "1380000000"]) expect(asked(typed)).toBe("");
  expect(asked("13800000001")).toBe("13800000001");
  expect(asked("0532-8888000")).toBe("0532-8888000");
  expect(asked("8001")).toBe("");
  act(() => result.current[1]());
  expect(result.current[0]).toBe("8001");
  expect(asked("95", "b")).toBe("95");
  expect(asked("955", "b")).toBe("95");
});

// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useLookupNumber } from "../src/features/desk/use-lookup-number";

it("asks for a number when it is whole, its field is left or another draft comes", () => {
  const first = { typed: "", draft: "a" };
  const { result, rerender } = renderHook(({ typed, draft }) => useLookupNumber(typed, draft), {
    initialProps: first,
  });
  const wanted = (typed: string, draft = "a") => {
    rerender({ typed, draft });
    return result.current[0];
  };
  for (const typed of ["1", "138", "1380000000"]) expect(wanted(typed)).toBe("");
  expect(wanted("13800000001")).toBe("13800000001");
  expect(wanted("0532-8888000")).toBe("0532-8888000");
  expect(wanted("8001")).toBe("");
  act(() => result.current[1]());
  expect(result.current[0]).toBe("8001");
  expect(wanted("95", "b")).toBe("95");
  expect(wanted("955", "b")).toBe("95");
});

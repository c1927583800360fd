import { ApiError } from "@lianxin/api";
import { describe, expect, it } from "vitest";
import { fieldErrorsOf } from "../src/shared/data/use-mutation";
import { writeShape } from "../src/shared/data/write-shape";

describe("writeShape", () => {
  it("takes of a row what the write schema has, and nothing that came to the row later", () => {
    const keys = { code: true, name: true } as const;
    const row = { code: "a", name: "甲", reading: { state: "waiting" }, version: 3 };
    expect(writeShape<{ code: string; name?: string }, typeof row>(keys, row)).toEqual({
      code: "a",
      name: "甲",
    });
  });
});

describe("fieldErrorsOf", () => {
  const fields = [{ field: "titles.zh", type: "string_too_long", limits: { max_length: 120 } }];

  it("gives every field that request.invalid names its sentence", () => {
    const error = new ApiError("request.invalid", "填写的内容有误", 422, { fields });
    expect(fieldErrorsOf(error)).toEqual({ "titles.zh": "填写的内容有误" });
  });

  it("gives every field that any other error names its sentence", () => {
    const error = new ApiError("knowledge.loop", "循环", 409, { fields });
    expect(fieldErrorsOf(error)).toEqual({ "titles.zh": "循环" });
  });

  it("blames no field for anything else", () => {
    expect(fieldErrorsOf(new ApiError("knowledge.loop", "循环", 409))).toEqual({});
    expect(fieldErrorsOf(new ApiError("request.invalid", "有误", 422))).toEqual({});
    expect(fieldErrorsOf(new Error("away"))).toEqual({});
  });
});

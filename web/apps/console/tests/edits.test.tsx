// @vitest-environment jsdom
import type { CaseRead } from "@lianxin/api";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { editKey, storedEdit } from "../src/features/cases/fields";
import { useCaseEdit } from "../src/features/cases/use-case-edit";
import { useReplyEdit } from "../src/features/cases/use-reply-edit";
import { forgetUnsent } from "../src/shared/data/unsent";
import { SessionContext } from "../src/shared/session";
import { network } from "./browser";
import { answerOf } from "./harness";

const DETAIL = {
  id: "k1",
  version: 3,
  type: "report",
  urgency: "normal",
  secrecy: "internal",
  title: "路灯不亮",
  content: "三天了",
  citizen_name: "",
  phone: "",
  address: "",
  replies: [] as CaseRead["replies"],
} as CaseRead;
const KEY = editKey("shifan.9000", "k1");

function inside({ children }: { children: ReactNode }) {
  const client = new QueryClient();
  return (
    <QueryClientProvider client={client}>
      <SessionContext value={answerOf("session")}>{children}</SessionContext>
    </QueryClientProvider>
  );
}

/** An API whose answer comes when the test says so. */
function slow() {
  const methods: string[] = [];
  let answer: (response: Response) => void = () => undefined;
  network.answer = (request) => {
    methods.push(request.method);
    return new Promise((done) => {
      answer = done;
    });
  };
  return { methods, answer: () => answer(Response.json({ ...DETAIL, version: 4 })) };
}

describe("the edit of a case", () => {
  it("is sent once, and takes no words while it is sent", async () => {
    const { methods, answer } = slow();
    const { result } = renderHook(() => useCaseEdit("k1"), { wrapper: inside });
    act(() => result.current.start(DETAIL));
    act(() => result.current.change({ title: "路灯" }));
    let saved: Promise<boolean[]> | undefined;
    await act(async () => {
      saved = Promise.all([result.current.save(), result.current.save()]);
    });
    act(() => result.current.change({ title: "路灯坏" }));
    expect(result.current.edit?.mine.title).toBe("路灯");
    await act(async () => {
      answer();
      await saved;
    });
    expect(methods).toEqual(["PATCH"]);
    expect(await saved).toEqual([true, false]);
    expect(result.current).toMatchObject({ edit: null, conflict: null, busy: false });
  });

  it("belongs to who typed it, until they sign out", () => {
    const { result } = renderHook(() => useCaseEdit("k1"), { wrapper: inside });
    act(() => result.current.start(DETAIL));
    expect(storedEdit(KEY)?.version).toBe(3);
    expect(storedEdit(editKey("shifan.8001", "k1"))).toBeNull();
    forgetUnsent();
    expect(storedEdit(KEY)).toBeNull();
  });

  it("is none when what was kept cannot be read", () => {
    sessionStorage.setItem(KEY, "{");
    expect(storedEdit(KEY)).toBeNull();
  });
});

describe("a reply", () => {
  it("is sent once, and takes no words while it is sent", async () => {
    const { methods, answer } = slow();
    const { result } = renderHook(() => useReplyEdit(DETAIL), { wrapper: inside });
    act(() => result.current.start(undefined));
    act(() => result.current.change({ text: "已修复" }));
    let saved: Promise<unknown> | undefined;
    await act(async () => {
      saved = Promise.all([result.current.save(), result.current.save()]);
    });
    act(() => result.current.change({ text: "已修" }));
    expect(result.current.edit?.text).toBe("已修复");
    await act(async () => {
      answer();
      await saved;
    });
    expect(methods).toEqual(["PUT"]);
    expect(result.current.edit).toBeNull();
  });
});

// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import user from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { TypesList } from "../src/canvas/types-list";
import { NODE_TYPES } from "../src/model/known-types";
import { NOTHING, VocabularyContext } from "../src/panel/vocabulary";
import { EditorProvider } from "../src/state/react";
import { EditorStore } from "../src/state/store";
import { small } from "./flow-fixture";

afterEach(cleanup);

function opened(functions: ReadonlySet<string> | null = null) {
  const take = vi.fn<(type: string) => void>();
  render(
    <EditorProvider store={new EditorStore(NODE_TYPES, small())}>
      <VocabularyContext value={{ ...NOTHING, functions }}>
        <TypesList onTake={take} />
      </VocabularyContext>
    </EditorProvider>,
  );
  return { take, field: screen.getByRole("searchbox") };
}

describe("Enter in the list of node types", () => {
  it("takes what was typed right before it, the list narrowed already", () => {
    const { take, field } = opened();
    // As fast as a page can be told: all of the text in one event, and the key right behind it.
    fireEvent.change(field, { target: { value: "播放一段" } });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(take.mock.calls).toEqual([["say"]]);
  });

  it("takes nothing when nothing fits, and the list is whole again after it took", async () => {
    const { take, field } = opened();
    await user.type(field, "zzz{Enter}");
    expect(take).not.toHaveBeenCalled();
    await user.clear(field);
    await user.type(field, "say{Enter}");
    expect(take).toHaveBeenCalledOnce();
    expect(screen.getAllByRole("button")).toHaveLength(NODE_TYPES.size);
  });

  it("takes the characters of an input method and no node", () => {
    const { take, field } = opened();
    fireEvent.change(field, { target: { value: "say" } });
    fireEvent.keyDown(field, { key: "Enter", isComposing: true });
    expect(take).not.toHaveBeenCalled();
  });

  it("takes no type that the centre has switched off", async () => {
    const off = [...NODE_TYPES.values()].find(({ needs }) => needs !== "");
    const { take, field } = opened(new Set());
    await user.type(field, `${off?.type}{Enter}`);
    expect(take).not.toHaveBeenCalledWith(off?.type);
  });
});

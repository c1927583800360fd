import { isComposing } from "@lianxin/ui";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { NodeType } from "../model/schema";
import { useNaming, useVocabulary } from "../panel/vocabulary";
import { useEditorStore } from "../state/react";
import { useWords } from "../words/use-words";
import { TypeIcon } from "./icon";

const ORDER = ["play", "choose", "record", "look_up", "agent", "control"];

export const DRAGGED_TYPE = "application/x-lianxin-node";

interface Props {
  onTake: (type: string) => void;
  /** With it a type can be dragged to the canvas. */
  draggable?: boolean;
  autoFocus?: boolean;
  onEscape?: () => void;
}

function useGroups(search: string): [group: string, types: NodeType[]][] {
  const { types } = useEditorStore();
  const naming = useNaming();
  return useMemo(() => {
    const wanted = search.trim().toLowerCase();
    const fits = ({ type }: NodeType) =>
      [type, naming.type(type), naming.about(type)].some((text) =>
        text.toLowerCase().includes(wanted),
      );
    const found = [...types.values()].filter(fits);
    const groups = [...new Set([...ORDER, ...found.map(({ group }) => group)])];
    return groups
      .map((group): [string, NodeType[]] => [group, found.filter((each) => each.group === group)])
      .filter(([, each]) => each.length > 0);
  }, [types, naming, search]);
}

/** Every node type by purpose; typing narrows the list, Enter takes, arrows move. */
export function TypesList({ onTake: take, draggable = false, autoFocus = false, onEscape }: Props) {
  const words = useWords();
  const [search, setSearch] = useState("");
  const groups = useGroups(search);
  const list = useRef<HTMLDivElement>(null);
  const onTake = (type: string) => {
    setSearch("");
    take(type);
  };
  const isOff = useIsOff();
  const first = groups.flatMap(([, types]) => types).find((type) => !isOff(type));
  const move = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Escape") return onEscape?.();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.max(0, at + step)]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the buttons in it
    <div className="fe-types" ref={list} onKeyDown={move}>
      <input
        type="search"
        className="fe-types-search"
        aria-label={words.palette.search}
        placeholder={words.palette.search}
        value={search}
        ref={(input) => {
          if (autoFocus) input?.focus();
        }}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return; // Enter takes the characters, no node
          if (event.key === "Enter" && first) onTake(first.type);
        }}
      />
      {groups.length === 0 && <p className="lx-soft fe-types-none">{words.palette.none}</p>}
      {groups.map(([group, types]) => (
        <section key={group}>
          <h2>{words.groups[group] ?? group}</h2>
          {types.map((type) => (
            <TypeButton key={type.type} type={type} draggable={draggable} onTake={onTake} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** Whether the centre may not use nodes of a type. */
function useIsOff(): (type: NodeType) => boolean {
  const { functions } = useVocabulary();
  return ({ needs }) => needs !== "" && functions !== null && !functions.has(needs);
}

function TypeButton({
  type: nodeType,
  draggable,
  onTake,
}: {
  type: NodeType;
  draggable: boolean;
  onTake: (type: string) => void;
}) {
  const words = useWords();
  const naming = useNaming();
  const { type } = nodeType;
  const off = useIsOff()(nodeType);
  return (
    <button
      type="button"
      className="fe-type"
      disabled={off}
      draggable={draggable && !off}
      title={off ? words.palette.off : naming.about(type)}
      onClick={() => onTake(type)}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED_TYPE, type);
        event.dataTransfer.effectAllowed = "copy";
      }}
    >
      <TypeIcon type={type} />
      {naming.type(type)}
    </button>
  );
}

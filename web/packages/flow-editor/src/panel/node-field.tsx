import { Button, Select } from "antd";
import { useMemo } from "react";
import { nodeName } from "../nodes/name";
import { useEditor, useEditorStore } from "../state/react";
import { useWords } from "../words/use-words";
import type { FieldProps } from "./field-props";
import { useNaming } from "./vocabulary";

/** The nodes of the flow as options: note or id, and the type. */
export function useNodeOptions(): { value: string; label: string }[] {
  const naming = useNaming();
  const nodes = useEditor((state) => state.document.spec.nodes);
  const notes = useEditor((state) => state.document.layout.notes);
  return useMemo(
    () =>
      Object.entries(nodes).map(([id, { type }]) => ({
        value: id,
        label: `${nodeName(id, notes)} · ${naming.type(type)}`,
      })),
    [nodes, notes, naming],
  );
}

/** Where an exit leads, with the way there. */
export function NodeField({ value, onChange, label, readOnly, id }: FieldProps) {
  const { field: words } = useWords();
  const store = useEditorStore();
  const options = useNodeOptions();
  const target = typeof value === "string" ? value : "";
  const missing = target !== "" && !options.some((option) => option.value === target);
  const extra = missing ? [{ value: target, label: words.unknown(target) }] : [];
  return (
    <div className="fe-node-field">
      <Select
        {...(id === undefined ? {} : { id })}
        aria-label={label}
        showSearch={{ optionFilterProp: "label" }}
        value={target}
        disabled={readOnly}
        status={missing ? "error" : ""}
        popupMatchSelectWidth={false}
        options={[{ value: "", label: words.nowhere }, ...extra, ...options]}
        onChange={onChange}
      />
      <Button
        aria-label={`${words.goTo} ${target}`}
        title={words.goTo}
        disabled={target === "" || missing}
        onClick={() => store.seek(target)}
      >
        →
      </Button>
    </div>
  );
}

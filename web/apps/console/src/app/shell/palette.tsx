import { listOf, useTranslation } from "@lianxin/i18n";
import { isComposing } from "@lianxin/ui";
import { Modal } from "antd";
import { type KeyboardEvent, useEffect, useState } from "react";
import { type PaletteItem, rowsOf, type Section, step } from "./palette-model";
import { useFinds, usePalette } from "./use-palette";

/** Ctrl+K: go to, look for, do. */
export function Palette({
  open,
  acts = [],
  onClose,
}: {
  open: boolean;
  /** What may be done on every page. */
  acts?: readonly PaletteItem[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      width={640}
      title={<span className="lx-visually-hidden">{t("shell.commands")}</span>}
      className="palette"
      destroyOnHidden
    >
      <PaletteBody acts={acts} onClose={onClose} />
    </Modal>
  );
}

function PaletteBody({ acts, onClose }: { acts: readonly PaletteItem[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  /** For what was typed when Enter was pressed with nothing to open yet: its first hit opens. */
  const [entered, setEntered] = useState<string | null>(null);
  const finds = useFinds();
  const { sections, state } = usePalette(typed, acts, entered === typed);
  const rows = rowsOf(sections);
  // By key, not by place: the list grows while one goes through it.
  const place = rows.findIndex(({ key }) => key === chosen);
  const at = Math.max(0, place);
  const current = rows[at];
  const run = (entry: PaletteItem | undefined) => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  const steer = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return; // Enter chooses a character of the input method
    const next = step(event.key, at, rows.length);
    if (next !== null) setChosen(rows[next]?.key ?? null);
    else if (event.key === "Enter" && current === undefined) setEntered(typed);
    else if (event.key === "Enter") run(current);
    else return;
    event.preventDefault();
  };
  // What is in the list by then was found for this text; none, and the text stands as it is.
  useEffect(() => {
    if (entered !== typed || state === "searching") return;
    setEntered(null);
    if (current === undefined) return;
    onClose();
    current.run();
  }, [entered, typed, state, current, onClose]);
  useEffect(() => {
    if (chosen !== null) {
      document.getElementById(`palette-${chosen}`)?.scrollIntoView({ block: "nearest" });
    }
  }, [chosen]);
  return (
    <>
      <input
        className="palette-input"
        // biome-ignore lint/a11y/noAutofocus: the dialog is opened to type in it
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={current === undefined ? undefined : `palette-${current.key}`}
        aria-label={t("shell.commands")}
        placeholder={listOf([
          t("shell.commandsHint"),
          ...finds.map((name) => t(`shell.finds.${name}.hint`)),
        ])}
        maxLength={64}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(null);
          setEntered(null);
        }}
        onKeyDown={steer}
      />
      <div
        className="palette-list"
        id="palette-list"
        role="listbox"
        aria-label={t("shell.commands")}
      >
        {sections.map((section) => (
          <SectionRows
            key={section.kind}
            section={section}
            current={current?.key}
            onPoint={setChosen}
            onRun={run}
          />
        ))}
      </div>
      <p className="palette-state lx-faint" role="status">
        {state === "searching" && t("shell.searching")}
        {state === "failed" && t("shell.searchFailed")}
        {state === "idle" &&
          rows.length === 0 &&
          [t("shell.commandsEmpty"), ...finds.map((name) => t(`shell.finds.${name}.how`))].join("")}
      </p>
    </>
  );
}

function SectionRows({
  section: { kind, items },
  current,
  onPoint,
  onRun,
}: {
  section: Section;
  current: string | undefined;
  onPoint: (key: string) => void;
  onRun: (entry: PaletteItem) => void;
}) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list of options
    <div role="group" aria-label={t(`shell.kind.${kind}`)}>
      <p className="palette-kind lx-faint" aria-hidden="true">
        {t(`shell.kind.${kind}`)}
      </p>
      {items.map((entry) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys
        <div
          key={entry.key}
          id={`palette-${entry.key}`}
          role="option"
          tabIndex={-1}
          aria-selected={entry.key === current}
          onMouseMove={() => onPoint(entry.key)}
          onClick={() => onRun(entry)}
        >
          <span className="palette-label">{entry.label}</span>
          {entry.detail !== undefined && (
            <span className="palette-detail lx-faint lx-figure">{entry.detail}</span>
          )}
          {entry.combo !== undefined && <kbd>{entry.combo}</kbd>}
        </div>
      ))}
    </div>
  );
}

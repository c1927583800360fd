import { useTranslation } from "@lianxin/i18n";
import { Modal } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useNavigate } from "react-router";
import { type Binding, useAllKeys } from "../../shared/keys";
import { useSession } from "../../shared/session";
import { pagesOf } from "./pages";

interface Entry {
  key: string;
  group: string;
  label: string;
  combo?: string;
  run: () => void;
}

/** What matches what was typed; a number is also something to look for. */
function matching(entries: readonly Entry[], typed: string): Entry[] {
  const wanted = typed.trim().toLowerCase();
  return entries.filter(({ label }) => label.toLowerCase().includes(wanted));
}

function useEntries(typed: string): Entry[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const session = useSession();
  const keys = useAllKeys();
  const pages = pagesOf(session).map(({ name, path }) => ({
    key: name,
    group: t("shell.go"),
    label: t(`shell.${name}`),
    run: () => void navigate(path),
  }));
  const acts = keys()
    .filter(({ combo }: Binding) => combo !== "Ctrl+K")
    .map(({ combo, label, run }: Binding) => ({
      key: combo,
      group: t("shell.act"),
      label,
      combo,
      run,
    }));
  const number = typed.trim();
  const searches = /^[\dA-Za-z-]{4,}$/.test(number)
    ? [
        {
          key: "case",
          group: t("shell.go"),
          label: t("shell.openCase", { number }),
          run: () => void navigate(`/cases?q=${encodeURIComponent(number)}`),
        },
        {
          key: "caller",
          group: t("shell.go"),
          label: t("shell.openCaller", { number }),
          run: () => void navigate(`/calls?range=any&q=${encodeURIComponent(number)}`),
        },
      ]
    : [];
  return [...searches, ...matching([...pages, ...acts], typed)];
}

/** Ctrl+K: go to, look for, do. */
export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      title={<span className="lx-visually-hidden">{t("shell.commands")}</span>}
      className="palette"
      destroyOnHidden
    >
      <PaletteBody onClose={onClose} />
    </Modal>
  );
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const entries = useEntries(typed);
  const current = Math.min(at, entries.length - 1);
  const run = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  const steer = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setAt(Math.min(entries.length - 1, current + 1));
    else if (event.key === "ArrowUp") setAt(Math.max(0, current - 1));
    else if (event.key === "Enter") run(entries[current]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className="palette-input"
        // biome-ignore lint/a11y/noAutofocus: the dialog is opened to type in it
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={entries.length > 0 ? `palette-${current}` : undefined}
        aria-label={t("shell.commands")}
        placeholder={t("shell.commandsHint")}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={steer}
      />
      <div
        className="palette-list"
        id="palette-list"
        role="listbox"
        aria-label={t("shell.commands")}
      >
        {entries.length === 0 && <p className="lx-soft">{t("shell.commandsEmpty")}</p>}
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys
          <div
            key={entry.key}
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            onMouseMove={() => setAt(index)}
            onClick={() => run(entry)}
          >
            <span className="lx-faint">{entry.group}</span>
            <span>{entry.label}</span>
            {entry.combo !== undefined && <kbd>{entry.combo}</kbd>}
          </div>
        ))}
      </div>
    </>
  );
}

import { Modal } from "antd";
import { useWords } from "../words/use-words";

/** A key of the page that the editor stands on. */
export interface PageKey {
  readonly combo: string;
  readonly label: string;
}

interface Props {
  open: boolean;
  pageKeys: (() => readonly PageKey[]) | undefined;
  onClose: () => void;
}

/** `?`: every key of the canvas, and those of the page around it. */
export function KeysDialog({ open, pageKeys, onClose }: Props) {
  const { keys } = useWords();
  const rows: [string, string][] = [
    ["Tab / Shift+Tab", keys.tab],
    ["← → ↑ ↓", keys.arrows],
    ["Alt+← → ↑ ↓", keys.nudge],
    ["Enter", keys.enter],
    ["/", keys.add],
    ["Delete", keys.remove],
    ["Ctrl+Z / Ctrl+Y", keys.undo],
    ["Ctrl+C / X / V", keys.clipboard],
    ["Ctrl+D", keys.duplicate],
    ["Ctrl+A", keys.all],
    ["Ctrl+G", keys.group],
    ["Ctrl+F", keys.find],
    ["Ctrl+L", keys.arrange],
    ["Ctrl+0", keys.fit],
    ["Esc", keys.escape],
    ["?", keys.help],
  ];
  const taken = new Set(rows.map(([combo]) => combo));
  const page = open ? (pageKeys?.() ?? []).filter(({ combo }) => !taken.has(combo)) : [];
  return (
    <Modal
      title={keys.title}
      open={open}
      onCancel={onClose}
      footer={null}
      width={760}
      destroyOnHidden
    >
      <Keys rows={rows} />
      {page.length > 0 && <h3 className="fe-keys-title">{keys.page}</h3>}
      <Keys rows={page.map(({ combo, label }) => [combo, label])} />
    </Modal>
  );
}

function Keys({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className="fe-keys">
      {rows.map(([combo, label]) => (
        <div key={combo}>
          <dt>
            <kbd>{combo}</kbd>
          </dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
  );
}

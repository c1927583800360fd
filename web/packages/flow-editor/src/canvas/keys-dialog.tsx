import { Modal } from "antd";
import { useWords } from "../words/use-words";

/** `?`: every key of the canvas. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
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
  return (
    <Modal title={keys.title} open={open} onCancel={onClose} footer={null} destroyOnHidden>
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
    </Modal>
  );
}

import type { KeptView } from "@lianxin/flow-editor";
import { onComputer } from "@lianxin/i18n";

interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

function isView(value: unknown): value is View {
  const view = value as Partial<Record<keyof View, unknown>> | null;
  return [view?.x, view?.y, view?.zoom].every((each) => Number.isFinite(each));
}

/** Where a person left the view of a flow, on this computer. */
export function keptView(owner: string, code: string): KeptView {
  const key = `lianxin.flow-view.${owner}.${code}`;
  return {
    read: () => {
      try {
        const kept: unknown = JSON.parse(onComputer.getItem(key) ?? "null");
        return isView(kept) ? kept : null;
      } catch {
        return null; // another version wrote it otherwise
      }
    },
    keep: ({ x, y, zoom }) => onComputer.setItem(key, JSON.stringify({ x, y, zoom })),
  };
}

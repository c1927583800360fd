import type { Draft, FiledDraft } from "./drafts";

/** What the tabs of one person tell each other, in the order in which it happened. */
export type DraftMessage =
  | { type: "kept"; draft: Draft }
  | { type: "removed"; draft: Draft }
  | { type: "filed"; id: string; filed: FiledDraft };

export interface DraftChannel {
  say: (message: DraftMessage) => void;
  hear: (listener: (message: DraftMessage) => void) => void;
  close: () => void;
}

/** The other tabs in which `owner` is signed in; nobody hears where the browser knows no channels. */
export function openDraftChannel(owner: string): DraftChannel {
  if (typeof BroadcastChannel === "undefined") {
    return { say: () => undefined, hear: () => undefined, close: () => undefined };
  }
  const channel = new BroadcastChannel(`lianxin.drafts.${owner}`);
  return {
    say: (message) => channel.postMessage(message),
    hear: (listener) => {
      channel.onmessage = ({ data }: MessageEvent<DraftMessage>) => listener(data);
    },
    close: () => channel.close(),
  };
}

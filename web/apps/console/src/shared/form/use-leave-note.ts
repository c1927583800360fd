import { useTranslation } from "@lianxin/i18n";
import { App } from "antd";
import { useEffect, useRef } from "react";
import { readUnsent } from "../data/unsent";

/** What stands in a form and is not saved; `secrets`: some of it is kept nowhere. */
interface Unsaved {
  secrets: boolean;
}

/**
 * Whoever leaves a form over unsaved words, whichever way, is told that they are kept under `key`.
 * The form puts into the answer's `current` what is unsaved, and null once it was saved or given up.
 */
export function useLeaveNote(key: string) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const unsaved = useRef<Unsaved | null>(null);
  const tell = useRef(() => undefined as unknown);
  tell.current = () => {
    const left = unsaved.current;
    // Signed out, or the storage is full: then it would not be true.
    if (left === null || readUnsent(key) === null) return;
    const content = t(left.secrets ? "common.form.leftSecrets" : "common.form.left");
    void message.info({ key: "unsent", content, duration: 5 });
  };
  useEffect(() => () => void tell.current(), []);
  return unsaved;
}

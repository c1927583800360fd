import { ApiError } from "@lianxin/api";
import { App } from "antd";
import { useState } from "react";

/** Run one act at a time; what went wrong is told in a sentence. True when it was done. */
export function useAct(): [boolean, (run: () => Promise<unknown>) => Promise<boolean>] {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const act = async (run: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await run();
      return true;
    } catch (error) {
      void message.error(error instanceof ApiError ? error.message : String(error), 8);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return [busy, act];
}

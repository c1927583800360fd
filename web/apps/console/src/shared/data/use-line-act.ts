import { ApiError } from "@lianxin/api";
import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { invalidateLines } from "./lines";

/** Do something about lines: busy meanwhile, read again after it, tell what went wrong. */
export function useLineAct() {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const act = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    try {
      await work();
      invalidateLines(client);
      return true;
    } catch (error) {
      void message.error(error instanceof ApiError ? error.message : String(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, act };
}

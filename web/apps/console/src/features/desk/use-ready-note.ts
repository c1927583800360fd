import type { AgentState } from "@lianxin/api/live";
import { useTranslation } from "@lianxin/i18n";
import { App } from "antd";
import { useEffect, useRef } from "react";
import { useWorkplaceState } from "../../shared/live/context";
import { useDraftDesk } from "./draft-desk";

/** From these an agent makes themselves ready. */
const BEFORE: readonly (AgentState | undefined)[] = ["wrap_up", "not_ready"];

/** 示闲: blank drafts of calls that are over go, and each that is not filed is named once. */
export function useReadyNote(): void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { live } = useWorkplaceState();
  const desk = useDraftDesk();
  const state = live.agent?.state;
  const before = useRef(state);
  const named = useRef(new Set<string>());
  useEffect(() => {
    const made = state === "ready" && BEFORE.includes(before.current);
    before.current = state;
    if (state === "ready") desk.tidy(null);
    if (!made) return;
    const left = desk.unfinished().filter(({ id }) => !named.current.has(id));
    const [first] = left;
    if (first === undefined) return;
    for (const { id } of left) named.current.add(id);
    const title = first.fields.title.trim() || t("desk.blank");
    void message.info(t("desk.unfinished", { count: left.length, title }), 8);
  }, [state, desk, message, t]);
}

import { changeLanguage, pairOf, useTranslation } from "@lianxin/i18n";
import { useTheme } from "@lianxin/ui";
import { App } from "antd";
import { useNavigate } from "react-router";
import { useDraftDesk } from "../../features/desk";
import { useWorkplaceState } from "../../shared/live/context";
import { currentCall } from "../../shared/live/state";
import { useSession } from "../../shared/session";
import { pagesOf } from "./pages";
import type { PaletteItem } from "./palette-model";

/** Sign out, unless a call would be cut by it. */
export function useLeave(onSignOut: () => void): () => void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { live } = useWorkplaceState();
  return () => {
    if (currentCall(live) !== null) void message.warning(t("shell.signOutInCall"));
    else onSignOut();
  };
}

/** What somebody may do wherever they are: begin a draft, change how the page looks, leave. */
export function useShellActs(leave: () => void): PaletteItem[] {
  const { t } = useTranslation();
  const { choose } = useTheme();
  const navigate = useNavigate();
  const desk = useDraftDesk();
  const session = useSession();
  const act = (key: string, label: string, run: () => void): PaletteItem => ({
    key: `act-${key}`,
    kind: "act",
    label,
    run,
  });
  const writes = pagesOf(session).some(({ name }) => name === "desk");
  const draft = act("draft", t("shell.newDraft"), () => {
    desk.create();
    void navigate("/");
  });
  return [
    ...(writes ? [draft] : []),
    ...(["light", "dark", "system"] as const).map((theme) =>
      act(theme, pairOf(t("common.theme.title"), t(`common.theme.${theme}`)), () => choose(theme)),
    ),
    ...(["zh", "en"] as const).map((language) =>
      act(language, pairOf(t("common.language.title"), t(`common.language.${language}`)), () =>
        changeLanguage(language),
      ),
    ),
    act("out", t("shell.signOut"), leave),
  ];
}

import { currentLanguage, onComputer, useTranslation } from "@lianxin/i18n";
import { App, ConfigProvider, type ThemeConfig, theme } from "antd";
import enLocale from "antd/locale/en_US";
import zhLocale from "antd/locale/zh_CN";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { applyTokens, type Mode, TOKENS } from "./tokens";

export type ThemeChoice = Mode | "system";

const KEY = "lianxin.theme";
const FONT =
  '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';

function storedChoice(): ThemeChoice {
  const stored = onComputer.getItem(KEY);
  return stored === "light" || stored === "dark" ? stored : "system";
}

function prefersDark(): MediaQueryList {
  return matchMedia("(prefers-color-scheme: dark)");
}

/** antd's tokens from ours, so that its parts and our style sheets never disagree. */
function antdTheme(mode: Mode): ThemeConfig {
  const tokens = TOKENS[mode];
  return {
    algorithm: mode === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: tokens.action,
      colorPrimaryHover: tokens.actionHover,
      colorPrimaryActive: tokens.ink,
      colorPrimaryBorder: tokens.lineStrong,
      colorPrimaryText: tokens.ink,
      colorPrimaryBg: tokens.selected,
      colorPrimaryBgHover: tokens.selected,
      colorInfo: tokens.talk,
      colorSuccess: tokens.ready,
      colorWarning: tokens.hold,
      colorError: tokens.failed,
      colorErrorText: tokens.failed,
      colorLink: tokens.ink,
      colorLinkHover: tokens.inkSoft,
      colorText: tokens.ink,
      colorTextSecondary: tokens.inkSoft,
      colorTextTertiary: tokens.inkFaint,
      colorTextPlaceholder: tokens.inkFaint,
      colorTextDescription: tokens.inkFaint,
      colorTextDisabled: tokens.inkFaint,
      colorTextLightSolid: tokens.onAction,
      colorBorder: tokens.lineStrong,
      colorBorderSecondary: tokens.line,
      colorSplit: tokens.line,
      colorBgLayout: tokens.page,
      colorBgContainer: tokens.surface,
      colorBgElevated: tokens.raised,
      colorBgTextHover: tokens.hover,
      controlItemBgHover: tokens.hover,
      controlItemBgActive: tokens.selected,
      controlItemBgActiveHover: tokens.selected,
      controlOutline: "transparent",
      controlOutlineWidth: 0,
      fontFamily: FONT,
      fontSize: 14,
      lineHeight: 22 / 14,
      borderRadius: 6,
      borderRadiusLG: 8,
      controlHeight: 32,
      wireframe: false,
    },
    components: {
      Button: {
        colorPrimary: tokens.action,
        colorPrimaryHover: tokens.actionHover,
        colorPrimaryActive: tokens.action,
        primaryColor: tokens.onAction,
        primaryShadow: "none",
        defaultShadow: "none",
        dangerShadow: "none",
      },
      Alert: { colorInfoBg: tokens.sunken, colorInfoBorder: tokens.lineStrong },
      Checkbox: {
        colorPrimary: tokens.action,
        colorPrimaryHover: tokens.actionHover,
        colorWhite: tokens.onAction,
      },
      Tooltip: { colorBgSpotlight: tokens.action, colorTextLightSolid: tokens.onAction },
      Form: { itemMarginBottom: 12, verticalLabelPadding: "0 0 4px" },
      Tabs: { horizontalItemPadding: "8px 0", horizontalMargin: "0" },
      Segmented: { trackBg: tokens.offSoft, itemSelectedBg: tokens.surface },
    },
  };
}

interface ThemeControl {
  choice: ThemeChoice;
  mode: Mode;
  choose: (choice: ThemeChoice) => void;
}

const ThemeContext = createContext<ThemeControl>({
  choice: "system",
  mode: "light",
  choose: () => undefined,
});

export function useTheme(): ThemeControl {
  return useContext(ThemeContext);
}

function useSystemMode(): Mode {
  const [dark, setDark] = useState(() => prefersDark().matches);
  useEffect(() => {
    const query = prefersDark();
    const follow = () => setDark(query.matches);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);
  return dark ? "dark" : "light";
}

/** The look of everything inside: tokens, antd's theme and locale, its messages. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState(storedChoice);
  const system = useSystemMode();
  const mode = choice === "system" ? system : choice;
  useTranslation(); // renders again when the language changes
  const config = useMemo(() => {
    applyTokens(mode);
    return antdTheme(mode);
  }, [mode]);
  const control = useMemo<ThemeControl>(
    () => ({
      choice,
      mode,
      choose: (next) => {
        onComputer.setItem(KEY, next);
        setChoice(next);
      },
    }),
    [choice, mode],
  );
  return (
    <ThemeContext value={control}>
      <ConfigProvider
        theme={config}
        locale={currentLanguage() === "en" ? enLocale : zhLocale}
        button={{ autoInsertSpace: false }}
      >
        <App message={{ top: 56, duration: 4 }}>{children}</App>
      </ConfigProvider>
    </ThemeContext>
  );
}

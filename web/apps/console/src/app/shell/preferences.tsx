import { changeLanguage, currentLanguage, useTranslation } from "@lianxin/i18n";
import { type ThemeChoice, useTheme } from "@lianxin/ui";
import { Segmented } from "antd";

const LANGUAGES = ["zh", "en"] as const;
const THEMES = ["light", "dark", "system"] as const;

/** Language and appearance, where nobody is signed in yet. */
export function Preferences() {
  const { t } = useTranslation();
  const { choice, choose } = useTheme();
  return (
    <div className="preferences">
      <Segmented
        aria-label={t("common.language.title")}
        value={currentLanguage()}
        onChange={changeLanguage}
        options={LANGUAGES.map((value) => ({ value, label: t(`common.language.${value}`) }))}
      />
      <Segmented<ThemeChoice>
        aria-label={t("common.theme.title")}
        value={choice}
        onChange={choose}
        options={THEMES.map((value) => ({ value, label: t(`common.theme.${value}`) }))}
      />
    </div>
  );
}

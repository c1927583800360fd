import { changeLanguage, currentLanguage, listOf, useTranslation } from "@lianxin/i18n";
import { type ThemeChoice, useTheme } from "@lianxin/ui";
import { Dropdown, type MenuProps } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { MicrophoneDialog } from "../../features/phone";
import { useWorkplaceState } from "../../shared/live/context";
import { useSession } from "../../shared/session";

export function PersonMenu({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const { live } = useWorkplaceState();
  const { choice, choose } = useTheme();
  const navigate = useNavigate();
  const [checking, setChecking] = useState(false);

  const roles = listOf(session.roles.map((role) => t(`common.role.${role as "agent"}`)));
  const items: NonNullable<MenuProps["items"]> = [
    {
      key: "who",
      type: "group",
      label: `${session.centre.name} · ${roles}`,
      children: [
        { key: "security", label: t("security.title") },
        { key: "microphone", label: t("shell.microphone"), disabled: live.sip === null },
      ],
    },
    { type: "divider" },
    {
      key: "theme",
      type: "group",
      label: t("common.theme.title"),
      children: (["light", "dark", "system"] as const).map((value) => ({
        key: value,
        label: t(`common.theme.${value}`),
      })),
    },
    {
      key: "language",
      type: "group",
      label: t("common.language.title"),
      children: (["zh", "en"] as const).map((value) => ({
        key: value,
        label: t(`common.language.${value}`),
      })),
    },
    { type: "divider" },
    { key: "out", label: t("shell.signOut") },
  ];
  const run: MenuProps["onClick"] = ({ key }) => {
    if (key === "security") void navigate("/security");
    else if (key === "microphone") setChecking(true);
    else if (key === "out") onLeave();
    else if (key === "zh" || key === "en") changeLanguage(key);
    else choose(key as ThemeChoice);
  };
  return (
    <>
      <Dropdown
        trigger={["click"]}
        autoFocus
        menu={{ items, onClick: run, selectedKeys: [choice, currentLanguage()] }}
      >
        <button
          type="button"
          className="head-person"
          aria-label={`${t("shell.menu")} ${session.number} ${session.name}`}
        >
          <span className="lx-figure">{session.number}</span> <span>{session.name}</span>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="m2.500 4.500 3.500 3.500 3.500-3.500" />
          </svg>
        </button>
      </Dropdown>
      <MicrophoneDialog open={checking} onClose={() => setChecking(false)} />
    </>
  );
}

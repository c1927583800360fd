import { useTranslation, wordFor } from "@lianxin/i18n";
import { Elapsed, Lamp } from "@lianxin/ui";
import { Dropdown, type MenuProps } from "antd";
import { useState } from "react";
import { useKeys } from "../../shared/keys";
import { useWorkplaceState } from "../../shared/live/context";
import { currentCall } from "../../shared/live/state";
import { usePhoneCommands } from "./commands";
import { AGENT_LOOK, REASONS } from "./states";

/** The agent's state with its timer; F8 and a click change it. */
export function StateMenu() {
  const { t } = useTranslation();
  const { live } = useWorkplaceState();
  const { ready, notReady } = usePhoneCommands();
  const [open, setOpen] = useState(false);
  const state = live.agent?.state ?? "offline";
  const inCall = currentCall(live) !== null;

  const toggle = () => {
    if (inCall) return;
    if (state === "ready") setOpen(true);
    else ready();
  };
  const key = { combo: "F8", label: t("shell.key.ready"), run: toggle };
  useKeys(live.agent === null ? [] : [key]);
  if (live.agent === null) return null;

  const items: NonNullable<MenuProps["items"]> = [
    {
      key: "ready",
      label: t("phone.makeReady"),
      icon: <Lamp tone="ready" shape="disc" />,
      disabled: state === "ready",
    },
    { type: "divider" },
    {
      key: "reasons",
      type: "group",
      label: t("phone.makeNotReady"),
      children: REASONS.map((reason) => ({
        key: reason,
        label: t(`phone.reason.${reason}`),
        icon: <Lamp tone="off" shape="dash" />,
      })),
    },
  ];
  const choose: MenuProps["onClick"] = ({ key }) => {
    setOpen(false);
    if (key === "ready") ready();
    else notReady(key);
  };
  const reason = live.agent.reason;
  const why =
    state === "not_ready" && reason !== "" ? wordFor("phone.reason", reason, reason) : null;
  return (
    <Dropdown
      open={open && !inCall}
      onOpenChange={setOpen}
      trigger={["click"]}
      autoFocus
      menu={{ items, onClick: choose }}
    >
      <button
        type="button"
        className="head-state"
        disabled={inCall}
        aria-haspopup="menu"
        title={why ?? undefined}
      >
        <Lamp {...AGENT_LOOK[state]} />
        <strong>{t(`phone.state.${state}`)}</strong>
        {why !== null && <span className="lx-soft">{why}</span>}
        <Elapsed since={live.agent.since} offset={live.offset} />
        {!inCall && <kbd>F8</kbd>}
      </button>
    </Dropdown>
  );
}

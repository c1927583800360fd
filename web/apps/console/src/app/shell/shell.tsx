import { useTranslation, wordFor } from "@lianxin/i18n";
import { App, Button } from "antd";
import { Suspense, useEffect, useState } from "react";
import { Outlet } from "react-router";
import { DispositionKey, useCallDraft, useReadyNote } from "../../features/desk";
import {
  CallBar,
  StateMenu,
  usePhoneCommands,
  useRinging,
  useRingingSigns,
} from "../../features/phone";
import { useKeys } from "../../shared/keys";
import { useWorkplaceState } from "../../shared/live/context";
import { currentCall, type LiveState } from "../../shared/live/state";
import { useSession } from "../../shared/session";
import { useLeave, useShellActs } from "./acts";
import { Brand } from "./brand";
import { LoadingPage } from "./fallbacks";
import { Floor } from "./floor";
import { Gate } from "./gate";
import { KeysDialog } from "./keys-dialog";
import { Navigation, NavigationSheet } from "./navigation";
import { Palette } from "./palette";
import { PersonMenu } from "./person-menu";

/** Header, call bar and the page: what stands on every screen after the login. */
export function Shell({ onSignOut }: { onSignOut: () => void }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<"none" | "palette" | "keys">("none");
  const leave = useLeave(onSignOut);
  const acts = useShellActs(leave);
  useShellKeys(setDialog);
  useRefusals();
  useCallDraft();
  useReadyNote();
  const alert = useRingingSigns();
  const close = () => setDialog("none");
  const { live } = useWorkplaceState();
  const { centre } = useSession();
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t("shell.skip")}
      </a>
      <header className="head">
        <NavigationSheet />
        <Brand />
        <span className="head-centre">{centre.name}</span>
        <div className="head-end">
          <Floor />
          <StateMenu />
          <PaletteButton onOpen={() => setDialog("palette")} />
          <PersonMenu onLeave={leave} />
        </div>
      </header>
      <Navigation />
      {hasTelephone(live) && <CallBar />}
      {live.agent !== null && <DispositionKey />}
      <p className="lx-visually-hidden" role="alert">
        {alert}
      </p>
      <main id="main" className="page" tabIndex={-1}>
        <Gate>
          <Suspense fallback={<LoadingPage />}>
            <Outlet />
          </Suspense>
        </Gate>
      </main>
      <Palette open={dialog === "palette"} acts={acts} onClose={close} />
      <KeysDialog open={dialog === "keys"} onClose={close} />
    </div>
  );
}

/** On a telephone only its sign is there: no key opens the palette. */
function PaletteButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <Button className="head-palette" onClick={onOpen}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9ZM10.500 10.500 14 14" />
      </svg>
      <span>
        {t("shell.commands")} <kbd>Ctrl K</kbd>
      </span>
    </Button>
  );
}

/** Who only watches has no telephone, unless a call was left to them. */
function hasTelephone(live: LiveState): boolean {
  return live.role !== "watcher" || currentCall(live) !== null;
}

function useShellKeys(show: (dialog: "palette" | "keys") => void): void {
  const { t } = useTranslation();
  const { answer, cutAnnouncement, hangUp, toggleHold } = usePhoneCommands();
  const { live, phone } = useWorkplaceState();
  const ringing = useRinging();
  const inCall = currentCall(live) !== null || phone.session === "active";
  const telephone = [
    {
      combo: "F2",
      label: t("shell.key.answer"),
      run: () => (ringing ? answer() : cutAnnouncement()),
    },
    { combo: "F4", label: t("shell.key.hangUp"), run: () => inCall && hangUp() },
    { combo: "F6", label: t("shell.key.hold"), run: () => inCall && !ringing && toggleHold() },
  ].map((binding) => ({ ...binding, overDialogs: true }));
  useKeys([
    ...(hasTelephone(live) ? telephone : []),
    { combo: "Ctrl+K", label: t("shell.key.palette"), run: () => show("palette") },
    { combo: "?", label: t("shell.key.keys"), run: () => show("keys") },
  ]);
}

/** Say why the centre refused what was asked. */
function useRefusals(): void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { live } = useWorkplaceState();
  const { refusal } = live;
  useEffect(() => {
    if (refusal === null) return;
    const { code } = refusal;
    const unknown = t("phone.refused.unknown", { code });
    void message.warning(wordFor("phone.refused", code, unknown));
  }, [refusal, message, t]);
}

import { ApiError, configureApi, type Session } from "@lianxin/api";
import { currentLanguage, localeTag, useTranslation } from "@lianxin/i18n";
import { createSoftphone } from "@lianxin/softphone";
import { Bars, Failure } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { RouterProvider } from "react-router";
import { readAgain } from "./data/records";
import { takeTicket } from "./data/ticket";
import { DraftDesk, DraftDeskContext } from "./desk/draft-desk";
import { WorkplaceProvider } from "./live/context";
import { Workplace } from "./live/workplace";
import { consoleRouter } from "./router";
import { LoginPage } from "./session/login-page";
import { ownerOf, readSession, SessionContext, signOut } from "./session/session";
import { KeysProvider } from "./shell/keys";

type Gate =
  | { at: "asking" }
  | { at: "failed"; detail: string }
  | { at: "outside"; expired: boolean }
  | { at: "inside"; session: Session; workplace: Workplace };

/** The door: who is signed in, and the workplace that lives as long as the session. */
export function ConsoleApp() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [gate, setGate] = useState<Gate>({ at: "asking" });

  const enter = useCallback(
    (session: Session) => {
      const surroundings = {
        open: (url: string) => new WebSocket(url),
        ticket: takeTicket,
        storage: sessionStorage,
        random: Math.random,
      };
      const workplace = new Workplace(ownerOf(session), surroundings, createSoftphone, (hint) =>
        readAgain(client, hint),
      );
      setGate({ at: "inside", session, workplace });
    },
    [client],
  );
  const ask = useCallback(async () => {
    setGate({ at: "asking" });
    try {
      const session = await readSession();
      if (session === null) setGate({ at: "outside", expired: false });
      else enter(session);
    } catch (error) {
      setGate({ at: "failed", detail: error instanceof ApiError ? error.message : String(error) });
    }
  }, [enter]);

  useEffect(() => {
    configureApi({
      language: () => localeTag(currentLanguage()),
      networkDown: () => t("common.error.network"),
      unexpected: (status) => t("common.error.unexpected", { status }),
      // A session that ends in a call must not end the call: the page stays until it is over.
      signedOut: () =>
        setGate((now) =>
          now.at === "inside" && now.workplace.get().live.call === null
            ? { at: "outside", expired: true }
            : now,
        ),
    });
    void ask();
  }, [ask, t]);

  if (gate.at === "asking") return <Bars rows={6} label={t("common.loading")} />;
  if (gate.at === "failed") {
    return (
      <Failure
        title={t("common.loadFailed")}
        detail={gate.detail}
        retryLabel={t("common.retry")}
        onRetry={() => void ask()}
      />
    );
  }
  if (gate.at === "outside") return <LoginPage expired={gate.expired} onSignedIn={enter} />;
  const leave = async () => {
    gate.workplace.send({ type: "sign_out" });
    await signOut().catch(() => undefined);
    gate.workplace.stop(true);
    client.clear();
    setGate({ at: "outside", expired: false });
  };
  return <Inside gate={gate} onSignOut={() => void leave()} />;
}

function Inside({
  gate: { session, workplace },
  onSignOut,
}: {
  gate: Extract<Gate, { at: "inside" }>;
  onSignOut: () => void;
}) {
  const [router] = useState(() => consoleRouter(onSignOut));
  const [drafts] = useState(() => new DraftDesk(ownerOf(session), localStorage, Date.now));
  useEffect(() => {
    workplace.start();
    const hurry = () => workplace.hurry();
    window.addEventListener("online", hurry);
    return () => {
      window.removeEventListener("online", hurry);
      workplace.stop(false);
    };
  }, [workplace]);
  return (
    <SessionContext value={session}>
      <WorkplaceProvider value={workplace}>
        <DraftDeskContext value={drafts}>
          <KeysProvider>
            <RouterProvider router={router} />
          </KeysProvider>
        </DraftDeskContext>
      </WorkplaceProvider>
    </SessionContext>
  );
}

import { ApiError, configureApi, type Session } from "@lianxin/api";
import { currentLanguage, localeTag, useTranslation } from "@lianxin/i18n";
import { createSoftphone } from "@lianxin/softphone";
import { Failure, Skeleton } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { RouterProvider } from "react-router";
import { DraftDesk, DraftDeskContext } from "../features/desk";
import { invalidate } from "../shared/data/invalidate";
import { KeysProvider } from "../shared/keys";
import { WorkplaceProvider } from "../shared/live/context";
import { currentCall } from "../shared/live/state";
import { Workplace } from "../shared/live/workplace";
import { ownerOf, SessionContext } from "../shared/session";
import { consoleRouter } from "./router";
import { readSession, signOut, takeTicket } from "./session/data";
import { LoginPage } from "./session/login-page";

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
      const deps = {
        open: (url: string) => new WebSocket(url),
        ticket: takeTicket,
        storage: sessionStorage,
        random: Math.random,
      };
      const workplace = new Workplace(ownerOf(session), deps, createSoftphone, (hint) =>
        invalidate(client, hint),
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
          now.at === "inside" && currentCall(now.workplace.get().live) === null
            ? { at: "outside", expired: true }
            : now,
        ),
    });
    void ask();
  }, [ask, t]);

  if (gate.at === "asking") return <Skeleton rows={6} label={t("common.loading")} />;
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

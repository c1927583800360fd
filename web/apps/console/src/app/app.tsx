import { ApiError, configureApi, type Session } from "@lianxin/api";
import { currentLanguage, inTab, localeTag, onComputer, useTranslation } from "@lianxin/i18n";
import { createSoftphone } from "@lianxin/softphone";
import { Failure, Skeleton } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useCallback, useEffect, useRef, useState } from "react";
import { RouterProvider } from "react-router";
import { DraftDesk, DraftDeskContext, openDraftChannel } from "../features/desk";
import { invalidateHinted } from "../shared/data/invalidate";
import { forgetUnsent, wouldLoseWords } from "../shared/data/unsent";
import { sentenceOf } from "../shared/data/use-mutation";
import { KeysProvider } from "../shared/keys";
import { WorkplaceProvider } from "../shared/live/context";
import { currentCall } from "../shared/live/state";
import { Workplace } from "../shared/live/workplace";
import { ownerOf, SessionContext } from "../shared/session";
import { consoleRouter } from "./router";
import { idleSeconds, keepSignedIn } from "./session/activity";
import { readSession, signOut, takeTicket } from "./session/data";
import { FactorDue } from "./session/factor-due";
import { type Ended, LoginPage } from "./session/login-page";
import { PasswordDue } from "./session/password-due";

type Gate =
  | { at: "asking" }
  | { at: "failed"; detail: string }
  | { at: "outside"; ended: Ended | null }
  | { at: "password"; session: Session }
  | { at: "factor"; session: Session }
  | { at: "inside"; session: Session; workplace: Workplace };

/** The door: who is signed in, and the workplace that lives as long as the session. */
export function ConsoleApp() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [gate, setGate] = useState<Gate>({ at: "asking" });
  // A change of language renews `t`. It must not renew the gate: behind it a call may go on.
  const words = useRef(t);
  useEffect(() => {
    words.current = t;
  }, [t]);
  const inside = useRef<Workplace | null>(null);
  const owner = useRef("");

  const enter = useCallback(
    (session: Session) => {
      owner.current = ownerOf(session);
      if (session.password_due) return setGate({ at: "password", session });
      if (session.factor_due) return setGate({ at: "factor", session });
      const deps = {
        open: (url: string) => new WebSocket(url),
        ticket: takeTicket,
        storage: inTab,
        random: Math.random,
      };
      const workplace = new Workplace(ownerOf(session), deps, createSoftphone, (hint) =>
        invalidateHinted(client, hint),
      );
      inside.current = workplace;
      setGate({ at: "inside", session, workplace });
    },
    [client],
  );
  /** The next who signs in sees nothing of what was read for the one before. */
  const goOutside = useCallback(
    (ended: Ended | null) => {
      inside.current = null;
      owner.current = "";
      client.clear();
      setGate({ at: "outside", ended });
    },
    [client],
  );
  const ask = useCallback(async () => {
    setGate({ at: "asking" });
    try {
      const session = await readSession();
      if (session === null) goOutside(null);
      else enter(session);
    } catch (error) {
      setGate({ at: "failed", detail: error instanceof ApiError ? error.message : String(error) });
    }
  }, [enter, goOutside]);

  useEffect(() => {
    const talks = () => {
      const workplace = inside.current;
      return workplace !== null && currentCall(workplace.get().live) !== null;
    };
    configureApi({
      language: () => localeTag(currentLanguage()),
      networkDown: () => words.current("common.error.network"),
      unexpected: (status) => words.current("common.error.unexpected", { status }),
      owner: () => owner.current,
      // A session that ends in a call must not end the call: the page stays until it is over.
      signedOut: (code) => {
        if (owner.current !== "" && !talks()) {
          goOutside(code === "session.other_person" ? "other_person" : "expired");
        }
      },
      // Somebody has made it a duty of their role while they were in.
      factorDue: () => {
        if (inside.current === null || talks()) return;
        inside.current = null;
        void ask();
      },
      idle: idleSeconds,
    });
    void ask();
  }, [ask, goOutside]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (wouldLoseWords()) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);

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
  if (gate.at === "password" || gate.at === "factor") {
    const leaveUnchanged = () =>
      void signOut()
        .then(() => goOutside(null))
        .catch((error: unknown) => message.error(sentenceOf(error)));
    const due = { session: gate.session, onSignOut: leaveUnchanged };
    if (gate.at === "factor") return <FactorDue {...due} onSetUp={() => void ask()} />;
    return <PasswordDue {...due} onChanged={enter} />;
  }
  if (gate.at === "outside") return <LoginPage ended={gate.ended} onSignedIn={enter} />;
  const leave = async () => {
    try {
      await signOut();
    } catch (error) {
      // On a shared computer nobody may believe to be signed out who is not.
      if (!(error instanceof ApiError && error.status === 401)) {
        const reason = error instanceof ApiError ? error.message : String(error);
        void message.error(words.current("shell.notSignedOut", { reason }));
        return;
      }
    }
    gate.workplace.send({ type: "sign_out" });
    gate.workplace.stop(true);
    forgetUnsent();
    goOutside(null);
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
  const owner = ownerOf(session);
  const [drafts] = useState(() => new DraftDesk(owner, onComputer, Date.now));
  useEffect(() => drafts.join(openDraftChannel(owner)), [drafts, owner]);
  useEffect(() => keepSignedIn(() => currentCall(workplace.get().live) !== null), [workplace]);
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

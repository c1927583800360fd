import { startOfDay, useTranslation } from "@lianxin/i18n";
import { Elapsed, Lamp, useNow } from "@lianxin/ui";
import { useWorkplaceState } from "../../shared/live/context";
import { hasRole, useSession } from "../../shared/session";
import { useCallCount } from "./data";
import { readsCalls } from "./pages";

/** The centre's queue and the day's count; the word about a lost connection takes their place. */
export function Floor() {
  const { t } = useTranslation();
  const session = useSession();
  const { live } = useWorkplaceState();
  if (live.connection === "lost") {
    return (
      <span className="head-floor lx-tone-hold" role="status">
        <Lamp tone="hold" shape="ring" />
        {t("phone.lost")}
      </span>
    );
  }
  if (!readsCalls(session)) return null;
  return (
    <span className="head-floor">
      {live.floor !== null && (
        <>
          <span className="lx-figure">{t("shell.waiting", { count: live.floor.waiting })}</span>
          {live.floor.callbacks > 0 && (
            <span className="lx-figure">
              {t("shell.callbacks", { count: live.floor.callbacks })}
            </span>
          )}
          {live.floor.longest_since !== null && (
            <span className="lx-figure">
              {t("shell.longest")} <Elapsed since={live.floor.longest_since} offset={live.offset} />
            </span>
          )}
          <span className="lx-figure head-ready">
            {t("shell.readyAgents", { count: live.floor.ready })}
          </span>
        </>
      )}
      <Today />
    </span>
  );
}

function Today() {
  const { t } = useTranslation();
  const session = useSession();
  const from = new Date(startOfDay(useNow(), session.zone)).toISOString();
  const own = hasRole(session, "supervisor", "administrator") ? null : session.number;
  const { data } = useCallCount(from, own);
  if (data === undefined) return null;
  return <span className="lx-figure">{t("shell.today", { count: data })}</span>;
}

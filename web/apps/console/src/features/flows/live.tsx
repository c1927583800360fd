import type { EditorStore } from "@lianxin/flow-editor";
import { useTranslation } from "@lianxin/i18n";
import { useEffect } from "react";
import { type Traffic, useTraffic } from "./data";

/** Callers on the canvas while `on`; undefined until the first answer. */
export function useLive(code: string, on: boolean, store: EditorStore) {
  const { data, isError } = useTraffic(code, on);
  useEffect(() => {
    if (!on || data === undefined) {
      store.overlay({ traffic: null });
      return;
    }
    const ids = new Set([...Object.keys(data.now), ...Object.keys(data.today)]);
    const counts = [...ids].map((id) => [
      id,
      {
        now: data.now[id] ?? 0,
        entered: data.today[id]?.entered ?? 0,
        dropped: data.today[id]?.dropped ?? 0,
      },
    ]);
    store.overlay({ traffic: Object.fromEntries(counts) });
  }, [on, data, store]);
  return on && isError ? "failed" : on ? data : undefined;
}

/** Calls and containment of today, in figures. */
export function LiveFigures({ traffic }: { traffic: Traffic | "failed" | undefined }) {
  const { t } = useTranslation();
  if (traffic === "failed") return <span className="lx-tone-hold">{t("flows.live.failed")}</span>;
  if (traffic === undefined) return <span className="lx-soft">{t("common.loading")}</span>;
  const { calls, containment, version, live } = traffic;
  const percent = containment === null ? "" : `${Math.round(containment * 100)}%`;
  return (
    <span className="lx-figure flow-live-figures">
      {!live && <span className="lx-tone-hold">{t("flows.live.away")}</span>}
      {version !== null && <span>{t("flows.live.version", { number: version })}</span>}
      <span>{t("flows.live.calls", { count: calls })}</span>
      <span>
        {percent === "" ? t("flows.live.unknown") : t("flows.live.contained", { percent })}
      </span>
    </span>
  );
}

import { clausesOf, useTranslation, wordFor } from "@lianxin/i18n";
import { type Column, Tag } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Tooltip } from "antd";
import { useMemo } from "react";
import { firstColumns, type Lamps, Outbox, useOutboxFilter } from "../../shared/components/outbox";
import { useAct } from "../../shared/components/use-act";
import { cancelFax, type Fax, sendFaxAgain, useFaxes } from "./data";

const LAMPS: Lamps<Fax["state"]> = {
  waiting: ["hold", "ring"],
  sending: ["talk", "wave"],
  sent: ["ready", "disc"],
  failed: ["failed", "cross"],
  cancelled: ["off", "dash"],
};

/** 传真: what callers asked for on paper, and how sending it went. */
export function Faxes() {
  const filter = useOutboxFilter<Fax["state"]>();
  const list = useFaxes(filter.query);
  return (
    <Outbox name="faxes" lamps={LAMPS} filter={filter} list={list} columns={useFaxColumns()} />
  );
}

function useFaxColumns(): Column<Fax>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      ...firstColumns<Fax["state"], Fax>(t, "faxes", LAMPS),
      {
        key: "title",
        title: t("faxes.field.title"),
        cell: ({ title, withheld }) =>
          withheld ? <span className="lx-faint">{t("faxes.withheld")}</span> : title,
      },
      {
        key: "pages",
        title: t("faxes.field.pages"),
        width: 72,
        cell: ({ pages }) => <span className="lx-figure">{pages}</span>,
      },
      {
        key: "attempts",
        title: t("faxes.field.attempts"),
        width: 264,
        cell: (fax) => <Attempts fax={fax} />,
      },
      {
        key: "acts",
        title: t("faxes.field.acts"),
        width: 128,
        cell: (fax) => <Acts fax={fax} />,
      },
    ],
    [t],
  );
}

/** How the last try ended; all of them when it is pointed at. */
function Attempts({ fax: { attempts, last_error, missing_signs, twice } }: { fax: Fax }) {
  const { t } = useTranslation();
  const lines = attempts.map(({ end }, index) =>
    t("faxes.attempt", { number: index + 1, end: wordFor("faxes.end", end, end) }),
  );
  const error = last_error ? wordFor("faxes.end", last_error, last_error) : "—";
  const last = missing_signs ? `${error}: ${missing_signs}` : (lines.at(-1) ?? error);
  return (
    <>
      {twice && (
        <Tooltip title={t("faxes.twiceHint")}>
          <span>
            <Tag tone="hold" shape="ring">
              {t("faxes.twice")}
            </Tag>{" "}
          </span>
        </Tooltip>
      )}
      <Tooltip title={lines.length > 1 ? clausesOf(lines) : ""}>
        <span>{last}</span>
      </Tooltip>
    </>
  );
}

function Acts({ fax: { id, state } }: { fax: Fax }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [busy, act] = useAct();
  const again = async () => {
    await act(() => sendFaxAgain(id));
    await client.invalidateQueries({ queryKey: ["faxes"] });
  };
  const cancel = async () => {
    if (await act(() => cancelFax(id))) void message.success(t("faxes.cancelled"));
    await client.invalidateQueries({ queryKey: ["faxes"] });
  };
  if (state === "failed" || state === "cancelled") {
    return (
      <Button size="small" loading={busy} onClick={() => void again()}>
        {t("faxes.again")}
      </Button>
    );
  }
  if (state !== "waiting") return null;
  return (
    <Button size="small" loading={busy} onClick={() => void cancel()}>
      {t("faxes.cancel")}
    </Button>
  );
}

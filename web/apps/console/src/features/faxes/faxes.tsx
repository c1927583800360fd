import { clausesOf, useTranslation, wordFor } from "@lianxin/i18n";
import { type Column, Tag } from "@lianxin/ui";
import { Tooltip } from "antd";
import { useMemo } from "react";
import { firstColumns, type Lamps, Outbox, useOutboxFilter } from "../../shared/components/outbox";
import { type Fax, useFaxes } from "./data";
import { FaxActs } from "./fax-acts";
import { FaxDetail } from "./fax-detail";

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
    <Outbox
      name="faxes"
      lamps={LAMPS}
      filter={filter}
      list={list}
      columns={useFaxColumns()}
      detail={(fax) => <FaxDetail fax={fax} />}
    />
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
        cell: (fax) => <FaxActs fax={fax} />,
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

import type { CentreCreated, CentreRead } from "@lianxin/api";
import { listOf, useTranslation } from "@lianxin/i18n";
import { Code, type Column, Copy, DataTable, Skeleton } from "@lianxin/ui";
import { Button, Modal } from "antd";
import { useMemo, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { DetailPanel, ListWithDetail } from "../../shared/components/list-page";
import { LoadFailure } from "../../shared/components/load-failure";
import { mayMake } from "../../shared/makers";
import { useSession } from "../../shared/session";
import { CentrePanel } from "./centre-panel";
import { useCentres } from "./data";
import { functionWord } from "./function-word";
import { NewCentrePanel } from "./new-centre";

const NEW = "+";

function useCentreColumns(brief: boolean): Column<CentreRead>[] {
  const { t } = useTranslation();
  const all = useMemo<Column<CentreRead>[]>(
    () => [
      { key: "name", title: t("centres.name"), cell: ({ name }) => name },
      {
        key: "code",
        title: t("centres.code"),
        width: 144,
        cell: ({ code }) => <Code>{code}</Code>,
      },
      {
        key: "city_code",
        title: t("centres.cityCode"),
        width: 104,
        cell: ({ city_code }) => <span className="lx-figure">{city_code}</span>,
      },
      {
        key: "lines",
        title: t("centres.lines"),
        width: 232,
        cell: ({ lines, quotas }) => (
          <span className="lx-figure">
            {listOf(lines)}
            {quotas.lines !== null && (
              <span className="lx-faint"> {of(lines.length, quotas.lines)}</span>
            )}
          </span>
        ),
      },
      {
        key: "agents",
        title: t("centres.agents"),
        width: 112,
        cell: ({ agents, quotas }) => (
          <span className="lx-figure">{of(agents, quotas.agents)}</span>
        ),
      },
      {
        key: "functions",
        title: t("centres.functions"),
        width: 264,
        cell: ({ functions_off: off }) =>
          off.length === 0 ? (
            <span className="lx-faint">{t("centres.allOn")}</span>
          ) : (
            t("centres.off", { functions: listOf(off.map(functionWord)) })
          ),
      },
    ],
    [t],
  );
  return brief ? all.slice(0, 5) : all;
}

/** `2 / 5`, or `2` without a quota. */
function of(have: number, most: number | null): string {
  return most === null ? String(have) : `${have} / ${most}`;
}

/** 中心: what the platform's operator makes and limits. */
export function CentresPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { code } = useParams();
  const [founded, setFounded] = useState<CentreCreated | null>(null);
  const centres = useCentres();
  const mayFound = mayMake(useSession(), "centres");
  const columns = useCentreColumns(code !== undefined);
  const items = centres.data?.items ?? [];
  const chosen = items.find((centre) => centre.code === code);
  const go = (to: string) => void navigate(to === "" ? "/centres" : `/centres/${to}`);
  return (
    <ListWithDetail
      list={
        <section className="list" aria-label={t("centres.title")}>
          <header className="list-head">
            <h1>{t("centres.title")}</h1>
            <span className="list-filters" />
            <span className="lx-faint lx-figure" role="status">
              {centres.data && t("centres.count", { count: items.length })}
            </span>
            {mayFound && (
              <Button type="primary" onClick={() => go(NEW)}>
                {t("centres.found")}
              </Button>
            )}
          </header>
          <div className="list-body">
            {centres.isPending && <Skeleton rows={6} label={t("common.loading")} />}
            {centres.isError && centres.data === undefined && (
              <LoadFailure error={centres.error} onRetry={() => void centres.refetch()} />
            )}
            {centres.data !== undefined && (
              <DataTable
                label={t("centres.list")}
                columns={columns}
                rows={items}
                rowKey={(centre) => centre.code}
                selected={code ?? null}
                onOpen={(centre) => go(centre.code)}
              />
            )}
          </div>
          <FoundedDialog founded={founded} onClose={() => setFounded(null)} />
        </section>
      }
      detail={
        centres.data !== undefined &&
        (code === NEW ? (
          <DetailPanel title={t("centres.found")} onClose={() => go("")}>
            <NewCentrePanel
              about={centres.data}
              onFounded={(made) => {
                setFounded(made);
                go(made.centre.code);
              }}
            />
          </DetailPanel>
        ) : (
          chosen !== undefined && (
            <DetailPanel title={chosen.name} onClose={() => go("")}>
              <CentrePanel key={chosen.code} centre={chosen} functions={centres.data.functions} />
            </DetailPanel>
          )
        ))
      }
    />
  );
}

/** The first administrator's password: shown once, and gone when this is closed. */
function FoundedDialog({
  founded,
  onClose,
}: {
  founded: CentreCreated | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      open={founded !== null}
      title={t("centres.done", { name: founded?.centre.name ?? "" })}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t("centres.close")}
        </Button>
      }
    >
      {founded !== null && (
        <div className="form">
          <p>{t("centres.passwordOnce")}</p>
          <p>
            {t("centres.signInAs", {
              code: founded.centre.code,
              number: founded.administrator,
            })}
          </p>
          <p className="detail-buttons">
            <code className="once">{founded.password}</code>
            <Copy text={founded.password} label={t("common.copy")} done={t("common.copied")} />
          </p>
        </div>
      )}
    </Modal>
  );
}

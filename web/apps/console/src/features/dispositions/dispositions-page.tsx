import type { DispositionRead } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Code, type Column, DataTable, Empty, Skeleton, Tag } from "@lianxin/ui";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { DetailPanel, ListWithDetail } from "../../shared/components/list-page";
import { LoadFailure } from "../../shared/components/load-failure";
import { useDispositions } from "../../shared/data/dispositions";
import { dispositionWord } from "../../shared/formats/disposition-word";
import { DispositionForm } from "./disposition-form";
import { NewDispositionDialog } from "./new-disposition";

function useDispositionColumns(brief: boolean): Column<DispositionRead>[] {
  const { t } = useTranslation();
  const all = useMemo<Column<DispositionRead>[]>(
    () => [
      {
        key: "position",
        title: t("dispositions.field.position"),
        width: 72,
        align: "end",
        cell: ({ position }) => <span className="lx-figure">{position}</span>,
      },
      { key: "name_zh", title: t("dispositions.field.name_zh"), cell: ({ name_zh }) => name_zh },
      {
        key: "archived",
        title: t("dispositions.field.state"),
        width: 120,
        cell: ({ archived }) => (
          <Tag tone={archived ? "off" : "ready"} shape={archived ? "ring" : "disc"}>
            {t(archived ? "dispositions.archived" : "dispositions.offered")}
          </Tag>
        ),
      },
      { key: "name_en", title: t("dispositions.field.name_en"), cell: ({ name_en }) => name_en },
      {
        key: "code",
        title: t("dispositions.field.code"),
        width: 160,
        cell: ({ code }) => <Code>{code}</Code>,
      },
    ],
    [t],
  );
  return brief ? all.slice(0, 3) : all;
}

/** 结束方式: what agents may say of a call that became no case. */
export function DispositionsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { code } = useParams();
  const [making, setMaking] = useState(false);
  const list = useDispositions();
  const chosen = list.data?.find((row) => row.code === code);
  const columns = useDispositionColumns(chosen !== undefined);
  const go = (to: string) => void navigate(to === "" ? "/dispositions" : `/dispositions/${to}`);
  return (
    <ListWithDetail
      list={
        <section className="list" aria-label={t("dispositions.title")}>
          <header className="list-head">
            <h1>{t("dispositions.title")}</h1>
            <span className="list-filters lx-soft">{t("dispositions.hint")}</span>
            <Button type="primary" onClick={() => setMaking(true)}>
              {t("dispositions.make")}
            </Button>
          </header>
          <div className="list-body">
            {list.isPending && <Skeleton rows={6} label={t("common.loading")} />}
            {list.isError && list.data === undefined && (
              <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
            )}
            {list.data?.length === 0 && (
              <Empty title={t("dispositions.empty")} hint={t("dispositions.hint")} />
            )}
            {list.data !== undefined && list.data.length > 0 && (
              <DataTable
                label={t("dispositions.list")}
                columns={columns}
                rows={list.data}
                rowKey={(row) => row.code}
                selected={code ?? null}
                onOpen={(row) => go(row.code)}
              />
            )}
          </div>
          {making && <NewDispositionDialog onClose={() => setMaking(false)} onMade={go} />}
        </section>
      }
      detail={
        chosen !== undefined && (
          <DetailPanel title={dispositionWord(chosen)} onClose={() => go("")}>
            <div className="detail">
              <DispositionForm key={chosen.code} row={chosen} />
            </div>
          </DetailPanel>
        )
      }
    />
  );
}

import { useTranslation } from "@lianxin/i18n";
import { Code, type Column } from "@lianxin/ui";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { useNavigate, useParams } from "react-router";
import {
  DetailPanel,
  EmptyList,
  ListPage,
  ListWithDetail,
} from "../../shared/components/list-page";
import { TimeText } from "../../shared/components/time-text";
import { mayMake, useAskedToMake } from "../../shared/makers";
import { useSession } from "../../shared/session";
import { type Poll, usePolls } from "./data";
import { PollTag } from "./phase";
import { PollForm } from "./poll-form";
import { PollView } from "./poll-view";

function usePollColumns(brief: boolean): Column<Poll>[] {
  const { t } = useTranslation();
  const all = useMemo<Column<Poll>[]>(
    () => [
      { key: "title", title: t("polls.field.title"), cell: ({ title }) => title },
      {
        key: "phase",
        title: t("polls.phase.title"),
        width: 120,
        cell: (poll) => <PollTag poll={poll} />,
      },
      {
        key: "turnout",
        title: t("polls.turnout"),
        width: 104,
        align: "end",
        cell: ({ turnout }) => t("polls.people", { count: turnout }),
      },
      {
        key: "opens",
        title: t("polls.field.opens_at"),
        width: 240,
        cell: ({ opens_at }) => <TimeText at={opens_at} />,
      },
      {
        key: "closes",
        title: t("polls.field.closes_at"),
        width: 240,
        cell: ({ closes_at }) => <TimeText at={closes_at} />,
      },
      {
        key: "code",
        title: t("polls.field.code"),
        width: 136,
        cell: ({ code }) => <Code>{code}</Code>,
      },
    ],
    [t],
  );
  return brief ? all.slice(0, 3) : all;
}

/** 民意调查: what citizens are asked, and how many have answered. */
export function PollsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { code } = useParams();
  const [making, setMaking] = useState(false);
  const list = usePolls();
  const mayAsk = mayMake(useSession(), "polls");
  useAskedToMake(mayAsk, () => setMaking(true));
  const open = (next: string | null) => {
    setMaking(false);
    void navigate(next === null ? "/polls" : `/polls/${next}`);
  };
  return (
    <ListWithDetail
      list={
        <ListPage
          name="polls"
          title={t("polls.title")}
          label={t("polls.title")}
          list={list}
          newestFirst={false}
          columns={usePollColumns(making || code !== undefined)}
          rowKey={(row) => row.code}
          selected={code ?? null}
          onOpen={(row) => open(row.code)}
          acts={
            mayAsk && (
              <Button type="primary" onClick={() => setMaking(true)}>
                {t("polls.create")}
              </Button>
            )
          }
          empty={<EmptyList title={t("polls.empty")} hint={t("polls.emptyHint")} />}
        />
      }
      detail={
        making ? (
          <DetailPanel title={t("polls.create")} onClose={() => setMaking(false)}>
            <PollForm known={null} onDone={open} onCancel={() => setMaking(false)} />
          </DetailPanel>
        ) : (
          code !== undefined && (
            <DetailPanel title={t("polls.one")} onClose={() => open(null)}>
              <PollView key={code} code={code} onRemoved={() => open(null)} onMoved={open} />
            </DetailPanel>
          )
        )
      }
    />
  );
}

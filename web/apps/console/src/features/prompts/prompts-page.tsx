import type { PromptSummary } from "@lianxin/api";
import { useTranslation } from "@lianxin/i18n";
import { Code, type Column } from "@lianxin/ui";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { FilterSelect, SearchField } from "../../shared/components/filters";
import {
  DetailPanel,
  EmptyList,
  ListPage,
  ListWithDetail,
} from "../../shared/components/list-page";
import { useFilters } from "../../shared/components/use-filters";
import { mayMake, useAskedToMake } from "../../shared/makers";
import { useSession } from "../../shared/session";
import { PROMPT_LANGUAGES, type PromptQuery, usePrompts } from "./data";
import { HeardTag } from "./heard-tag";
import { NewPromptDialog } from "./new-prompt";
import { PromptDetailView } from "./prompt-detail";

const FILTERS = ["show", "q"] as const;
const SHOWS = ["sentences", "own", "gaps", "parts", "all"] as const;

/** `brief`: beside an open prompt there is room for its name alone. */
function usePromptColumns(brief: boolean): Column<PromptSummary>[] {
  const { t } = useTranslation();
  const all = useMemo<Column<PromptSummary>[]>(
    () => [
      {
        key: "code",
        title: t("prompts.field.code"),
        width: 176,
        cell: ({ code }) => <Code>{code}</Code>,
      },
      {
        key: "name",
        title: t("prompts.field.text"),
        cell: ({ name, texts }) => (
          <span className="prompt-cut" title={texts.zh || name}>
            {name}
          </span>
        ),
      },
      ...PROMPT_LANGUAGES.map((language) => ({
        key: language,
        title: t(`prompts.language.${language}`),
        width: 136,
        cell: (item: PromptSummary) => <HeardTag audio={item.languages[language]} brief />,
      })),
      {
        key: "used",
        title: t("prompts.field.used"),
        width: 112,
        cell: ({ used_by }) =>
          used_by.length === 0 ? (
            <span className="lx-faint">—</span>
          ) : (
            t("prompts.usedBy", { count: used_by.length })
          ),
      },
    ],
    [t],
  );
  return brief ? all.slice(0, 2) : all;
}

/** 语音库: what callers hear, in every language. */
export function PromptsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { code } = useParams();
  const filters = useFilters(FILTERS);
  const { show, q } = filters.values;
  const query = { ...(q && { q }), show: (show || "sentences") as PromptQuery["show"] };
  const list = usePrompts(query as PromptQuery);
  const open = (item: string | null) =>
    void navigate({
      pathname: item === null ? "/prompts" : `/prompts/${item}`,
      search: filters.search,
    });
  return (
    <ListWithDetail
      list={
        <ListPage
          name="prompts"
          title={t("prompts.title")}
          label={t("prompts.list")}
          list={list}
          columns={usePromptColumns(code !== undefined)}
          newestFirst={false}
          rowKey={(item) => item.code}
          selected={code ?? null}
          onOpen={(item) => open(item.code)}
          filters={
            <>
              <SearchField
                label={t("prompts.search")}
                value={q}
                width={code === undefined ? 240 : 176}
                onSearch={(next) => filters.set({ q: next })}
              />
              <FilterSelect
                label={t("prompts.show.title")}
                value={show || "sentences"}
                width={152}
                allowAll={false}
                onChange={(next) => filters.set({ show: next === "sentences" ? "" : next })}
                options={SHOWS.map((value) => ({ value, label: t(`prompts.show.${value}`) }))}
              />
            </>
          }
          acts={<NewPromptButton onCreated={open} />}
          empty={
            <EmptyList
              title={t("prompts.empty")}
              hint={t("prompts.emptyHint")}
              onClear={filters.active ? filters.clear : undefined}
            />
          }
        />
      }
      detail={
        code !== undefined && (
          <DetailPanel title={code} onClose={() => open(null)}>
            <PromptDetailView key={code} code={code} onRemoved={() => open(null)} />
          </DetailPanel>
        )
      }
    />
  );
}

function NewPromptButton({ onCreated }: { onCreated: (code: string) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const may = mayMake(useSession(), "prompts");
  useAskedToMake(may, () => setOpen(true));
  if (!may) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("prompts.create")}</Button>
      {open && (
        <NewPromptDialog
          onClose={() => setOpen(false)}
          onCreated={(code) => {
            setOpen(false);
            onCreated(code);
          }}
        />
      )}
    </>
  );
}

import { useTranslation } from "@lianxin/i18n";
import { Empty, Skeleton } from "@lianxin/ui";
import { Button, Tree } from "antd";
import { useMemo, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { SearchField } from "../../shared/components/filters";
import { NoDataYet } from "../../shared/components/no-data-yet";
import { useFilters } from "../../shared/components/use-filters";
import { mayMake, useAskedToMake } from "../../shared/makers";
import { useSession } from "../../shared/session";
import { type KnowledgeNode, useKnowledgeSearch, useTree } from "./data";
import { EntryForm } from "./entry-form";
import { EntryView } from "./entry-view";
import { ImportDialog } from "./import-dialog";

interface Branch {
  key: string;
  title: React.ReactNode;
  children: Branch[];
}

/** The tree's rows as antd draws them; a draft says so in a word. */
function branches(nodes: readonly KnowledgeNode[], parent: string | null, draft: string): Branch[] {
  return nodes
    .filter((node) => node.parent === parent)
    .map((node) => ({
      key: node.code,
      title: (
        <>
          {node.title}
          {node.state === "draft" && <span className="lx-faint"> · {draft}</span>}
        </>
      ),
      children: branches(nodes, node.code, draft),
    }));
}

/** 知识库: the tree on the left, an entry on the right. */
export function KnowledgePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const session = useSession();
  const { code } = useParams();
  const { values, set, search } = useFilters(["q"] as const);
  const [making, setMaking] = useState(false);
  const [importing, setImporting] = useState(false);
  const tree = useTree();
  const writes = mayMake(session, "knowledge");
  useAskedToMake(writes, () => setMaking(true));
  const open = (next: string | null) => {
    setMaking(false);
    void navigate({ pathname: next === null ? "/knowledge" : `/knowledge/${next}`, search });
  };
  const main = making ? (
    <EntryForm
      known={null}
      parent={code ?? null}
      nodes={tree.data ?? []}
      onDone={open}
      onCancel={() => setMaking(false)}
    />
  ) : code === undefined ? (
    <Empty title={t("knowledge.choose")} hint={t("knowledge.chooseHint")} />
  ) : (
    <EntryView
      key={code}
      code={code}
      writes={writes}
      nodes={tree.data ?? []}
      onRemoved={() => open(null)}
    />
  );
  return (
    <section className="knowledge" aria-label={t("knowledge.title")}>
      <div className="knowledge-side">
        <header className="list-head">
          <h1>{t("knowledge.title")}</h1>
          {writes && (
            <>
              <Button type="primary" onClick={() => setMaking(true)}>
                {t("knowledge.create")}
              </Button>
              <Button onClick={() => setImporting(true)}>{t("knowledge.import.title")}</Button>
            </>
          )}
          <search className="list-filters">
            <SearchField
              label={t("knowledge.search")}
              value={values.q}
              problem={values.q.length === 1 ? t("knowledge.searchShort") : undefined}
              onSearch={(q) => set({ q })}
            />
          </search>
        </header>
        <div className="knowledge-scroll">
          {values.q.length >= 2 ? (
            <Found q={values.q} onOpen={open} />
          ) : (
            <Branches tree={tree} chosen={code ?? null} onOpen={open} />
          )}
        </div>
      </div>
      <div className="knowledge-main">
        <div className="knowledge-scroll">{main}</div>
      </div>
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </section>
  );
}

function Branches({
  tree,
  chosen,
  onOpen,
}: {
  tree: ReturnType<typeof useTree>;
  chosen: string | null;
  onOpen: (code: string) => void;
}) {
  const { t } = useTranslation();
  const rows = useMemo(
    () => branches(tree.data ?? [], null, t("knowledge.state.draft")),
    [tree.data, t],
  );
  if (tree.data === undefined) return <NoDataYet queries={[tree]} rows={10} />;
  if (rows.length === 0) {
    return <Empty title={t("knowledge.empty")} hint={t("knowledge.emptyHint")} />;
  }
  return (
    <Tree
      aria-label={t("knowledge.title")}
      blockNode
      defaultExpandParent
      defaultExpandedKeys={chosen === null ? rows.map(({ key }) => key) : [chosen]}
      treeData={rows}
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelect={([key]) => {
        if (key !== undefined) onOpen(String(key));
      }}
    />
  );
}

function Found({ q, onOpen }: { q: string; onOpen: (code: string) => void }) {
  const { t } = useTranslation();
  const { data, isPending } = useKnowledgeSearch(q);
  if (isPending) return <Skeleton rows={6} label={t("common.loading")} />;
  if (!data?.length) return <Empty title={t("knowledge.notFound", { q })} />;
  return (
    <ul className="knowledge-found" aria-label={t("knowledge.found", { count: data.length })}>
      {data.map((hit) => (
        <li key={hit.code}>
          <button type="button" onClick={() => onOpen(hit.code)}>
            {hit.title} <span className="lx-faint">{hit.parent}</span>
            <p className="lx-soft small">{hit.excerpt}</p>
          </button>
        </li>
      ))}
    </ul>
  );
}

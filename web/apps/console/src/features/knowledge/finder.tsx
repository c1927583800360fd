import { currentLanguage, useTranslation } from "@lianxin/i18n";
import { Empty } from "@lianxin/ui";
import { Button } from "antd";
import { useState } from "react";
import { SearchField } from "../../shared/components/filters";
import { NoDataYet } from "../../shared/components/no-data-yet";
import { type KnowledgeEntry, useEntry, useFound } from "./data";
import "./finder.css";
import type { Quote } from "./quote";

interface Put {
  /** What putting an entry somewhere is called there, and what does it. */
  put: string;
  onPut: (quote: Quote) => void;
  /** In which entries are read and put, where they are written in it; else the page's. */
  language?: string;
}

/** What the centre knows, to read out and to put into what is being written. */
export function KnowledgeFinder(use: Put) {
  const { t } = useTranslation();
  const [q, setQ] = useState("");
  const [open, setOpen] = useState<string | null>(null);
  const search = (next: string) => {
    setQ(next);
    setOpen(null);
  };
  return (
    <div className="knowledge-finder">
      <search>
        <SearchField label={t("desk.knowledge.search")} value={q} onSearch={search} width={280} />
      </search>
      {open === null ? (
        <Found q={q} onOpen={setOpen} />
      ) : (
        <OpenEntry key={open} code={open} {...use} onBack={() => setOpen(null)} />
      )}
    </div>
  );
}

function Found({ q, onOpen }: { q: string; onOpen: (code: string) => void }) {
  const { t } = useTranslation();
  const found = useFound(q);
  if (q.length < 2) return <p className="lx-soft">{t("desk.knowledge.hint")}</p>;
  if (found.data === undefined) return <NoDataYet queries={[found]} rows={5} />;
  if (found.data.length === 0) {
    return <Empty title={t("desk.knowledge.none")} hint={t("desk.knowledge.noneHint")} />;
  }
  return (
    <ul aria-label={t("desk.knowledge.found")}>
      {found.data.map(({ code, title, excerpt }) => (
        <li key={code}>
          <button type="button" onClick={() => onOpen(code)}>
            <strong>{title}</strong>
            <span className="lx-soft">{excerpt}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function OpenEntry({
  code,
  put,
  onPut,
  language = currentLanguage(),
  onBack,
}: Put & { code: string; onBack: () => void }) {
  const { t } = useTranslation();
  const found = useEntry(code);
  if (found.data === undefined) return <NoDataYet queries={[found]} rows={5} />;
  const entry = found.data;
  const { title, body } = inLanguage(entry, language);
  const source = t("desk.knowledge.source", { code, version: String(entry.version) });
  return (
    <article>
      <p className="detail-buttons">
        <Button size="small" onClick={onBack}>
          {t("desk.knowledge.back")}
        </Button>
        <Button size="small" type="primary" onClick={() => onPut({ title, body, source })}>
          {put}
        </Button>
      </p>
      <h3>{title}</h3>
      <p className="prose">{body}</p>
      <p className="lx-faint">{source}</p>
    </article>
  );
}

/** The entry in a language, or in the first that it is written in. */
function inLanguage({ titles, bodies }: KnowledgeEntry, language: string) {
  const [first = "zh"] = Object.keys(titles);
  const of = titles[language] === undefined ? first : language;
  return { title: titles[of] ?? "", body: bodies[of] ?? "" };
}

import { currentLanguage, useTranslation } from "@lianxin/i18n";
import { Empty } from "@lianxin/ui";
import { Button } from "antd";
import { useState } from "react";
import { SearchField } from "../../shared/components/filters";
import { NoDataYet } from "../../shared/components/no-data-yet";
import { type Knowledge, useKnowledge, useKnowledgeEntry } from "./data";
import { useDraftDesk } from "./draft-desk";
import { quoted, withQuote } from "./quote";

/** What the centre knows, to read out and to put into the sheet. */
export function KnowledgePanel() {
  const { t } = useTranslation();
  const [q, setQ] = useState("");
  const [open, setOpen] = useState<string | null>(null);
  const search = (next: string) => {
    setQ(next);
    setOpen(null);
  };
  return (
    <div className="desk-knowledge">
      <search>
        <SearchField label={t("desk.knowledge.search")} value={q} onSearch={search} width={280} />
      </search>
      {open === null ? (
        <Found q={q} onOpen={setOpen} />
      ) : (
        <Entry key={open} code={open} onBack={() => setOpen(null)} />
      )}
    </div>
  );
}

function Found({ q, onOpen }: { q: string; onOpen: (code: string) => void }) {
  const { t } = useTranslation();
  const found = useKnowledge(q);
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

function Entry({ code, onBack }: { code: string; onBack: () => void }) {
  const { t } = useTranslation();
  const found = useKnowledgeEntry(code);
  const quote = useQuote();
  if (found.data === undefined) return <NoDataYet queries={[found]} rows={5} />;
  const entry = found.data;
  const { title, body } = inLanguage(entry, currentLanguage());
  return (
    <article>
      <p className="detail-buttons">
        <Button size="small" onClick={onBack}>
          {t("desk.knowledge.back")}
        </Button>
        <Button
          size="small"
          type="primary"
          onClick={() =>
            quote(
              quoted({
                title,
                body,
                source: t("desk.knowledge.source", { code, version: String(entry.version) }),
              }),
            )
          }
        >
          {t("desk.knowledge.quote")}
        </Button>
      </p>
      <h3>{title}</h3>
      <p className="prose">{body}</p>
      <p className="lx-faint">
        {t("desk.knowledge.source", { code, version: String(entry.version) })}
      </p>
    </article>
  );
}

/** The entry in the page's language, or in the first that it is written in. */
function inLanguage({ titles, bodies }: Knowledge, language: string) {
  const [first = "zh"] = Object.keys(titles);
  const of = titles[language] === undefined ? first : language;
  return { title: titles[of] ?? "", body: bodies[of] ?? "" };
}

/** Where the draft on the page takes its content. */
const CONTENT = ".desk-draft textarea.case-content";

/** Put words into the content of the draft that is open, where its cursor stands or stood last. */
function useQuote(): (words: string) => void {
  const desk = useDraftDesk();
  return (words) => {
    const { drafts, active } = desk.get();
    const draft = drafts.find(({ id }) => id === active);
    if (draft === undefined) return;
    const field = document.querySelector<HTMLTextAreaElement>(CONTENT);
    const { content } = draft.fields;
    const { text, end } = withQuote(content, words, field?.selectionEnd ?? content.length);
    desk.change(active, { content: text });
    if (field === null) return;
    field.focus(); // who puts words in goes on writing behind them
    requestAnimationFrame(() => field.setSelectionRange(end, end));
  };
}

import { useTranslation } from "@lianxin/i18n";
import { Skeleton, Tag } from "@lianxin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { LoadFailure } from "../../shared/components/load-failure";
import { ReadingLine, unheard } from "../../shared/components/reading-line";
import { TimeText } from "../../shared/components/time-text";
import { useAct } from "../../shared/components/use-act";
import { invalidateKeys } from "../../shared/data/invalidate";
import { KeptHint } from "../../shared/form";
import {
  type KnowledgeEntry,
  type KnowledgeNode,
  removeEntry,
  restoreEntry,
  saveEntry,
  useEntry,
  useEntryVersions,
  valuesOf,
} from "./data";
import { EntryForm, entryForm, LANGUAGES } from "./entry-form";

/** An entry: what callers hear, who wrote it, how it was before. */
export function EntryView({
  code,
  writes,
  nodes,
  onRemoved,
}: {
  code: string;
  writes: boolean;
  nodes: readonly KnowledgeNode[];
  onRemoved: () => void;
}) {
  const { t } = useTranslation();
  const { data, error, refetch } = useEntry(code);
  const [editing, setEditing] = useState(false);
  if (error && !data) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  if (!data) return <Skeleton rows={8} label={t("common.loading")} />;
  const close = () => setEditing(false);
  if (editing) {
    return (
      <EntryForm known={data} parent={data.parent} nodes={nodes} onDone={close} onCancel={close} />
    );
  }
  return (
    <Reading entry={data} writes={writes} onEdit={() => setEditing(true)} onRemoved={onRemoved} />
  );
}

function Reading({
  entry: data,
  writes,
  onEdit,
  onRemoved,
}: {
  entry: KnowledgeEntry;
  writes: boolean;
  onEdit: () => void;
  onRemoved: () => void;
}) {
  const { t } = useTranslation();
  return (
    <article className="detail knowledge-entry">
      {writes && <KeptHint name={entryForm(data.code)} onResume={onEdit} />}
      <Tag
        tone={data.state === "published" ? "ready" : "off"}
        shape={data.state === "published" ? "disc" : "pen"}
      >
        {t(`knowledge.state.${data.state}`)}
      </Tag>
      <h2>{data.titles.zh}</h2>
      <p className="lx-faint">
        <span className="lx-figure">{data.code}</span> · <TimeText at={data.updated_at} />{" "}
        {data.updated_by?.name}
        {(data.effective_from || data.effective_to) &&
          ` · ${data.effective_from ?? ""} — ${data.effective_to ?? ""}`}
      </p>
      {LANGUAGES.filter((language) => data.bodies[language]).map((language) => (
        <section key={language}>
          {language !== "zh" && (
            <h3>{data.titles[language] ?? t(`prompts.language.${language}`)}</h3>
          )}
          <p className="prose">{data.bodies[language]}</p>
        </section>
      ))}
      {Object.keys(data.bodies).length === 0 && (
        <p className="lx-soft">{t("knowledge.noBody", { count: data.children })}</p>
      )}
      <p className="lx-soft">{spoken(data, t)}</p>
      {data.state === "published" && <ReadingLine reading={data.reading} />}
      {writes && <Buttons entry={data} onEdit={onEdit} onRemoved={onRemoved} />}
      <History entry={data} writes={writes} />
    </article>
  );
}

function spoken(entry: KnowledgeEntry, t: ReturnType<typeof useTranslation>["t"]): string {
  const { title_prompt, body_prompt } = entry;
  if (title_prompt === "" && body_prompt === "") return t("knowledge.byText");
  return t("knowledge.byPrompt", { title: title_prompt || "—", body: body_prompt || "—" });
}

function Buttons({
  entry,
  onEdit,
  onRemoved,
}: {
  entry: KnowledgeEntry;
  onEdit: () => void;
  onRemoved: () => void;
}) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const [busy, act] = useAct();
  const again = () => client.invalidateQueries({ queryKey: ["knowledge"] });
  const turn = async () => {
    const state = entry.state === "published" ? "draft" : "published";
    await act(async () => {
      const { reading } = await saveEntry({ ...valuesOf(entry), state }, entry.version);
      const why = state === "published" ? unheard(reading, t) : null;
      if (why === null) void message.success(t(`knowledge.turned.${state}`));
      else void message.warning(t("knowledge.turned.unheard", { why }));
    });
    await again();
  };
  const remove = async () => {
    const sure = await modal.confirm({
      title: t("knowledge.removeSure", { title: entry.titles.zh ?? entry.code }),
      okText: t("knowledge.remove"),
      cancelText: t("common.cancel"),
    });
    if (!sure || !(await act(() => removeEntry(entry.code)))) return;
    onRemoved();
    await invalidateKeys(client, [["knowledge"]], ["knowledge", entry.code]);
  };
  return (
    <p className="detail-buttons">
      <Button type="primary" onClick={onEdit}>
        {t("knowledge.edit")}
      </Button>
      <Button loading={busy} onClick={() => void turn()}>
        {t(entry.state === "published" ? "knowledge.withdraw" : "knowledge.publish")}
      </Button>
      {entry.children === 0 && (
        <Button danger loading={busy} onClick={() => void remove()}>
          {t("knowledge.remove")}
        </Button>
      )}
    </p>
  );
}

function History({ entry, writes }: { entry: KnowledgeEntry; writes: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { data = [] } = useEntryVersions(entry.code);
  const [busy, act] = useAct();
  const restore = async (number: number) => {
    await act(async () => {
      const { state } = await restoreEntry(entry.code, entry.version, number);
      void message.success(t(`knowledge.restored.${state}`, { number }));
    });
    await client.invalidateQueries({ queryKey: ["knowledge"] });
  };
  return (
    <>
      <h3>{t("knowledge.history")}</h3>
      <ul className="links">
        {data.map((version) => (
          <li key={version.number}>
            <details>
              <summary>
                {t("knowledge.version", { number: version.number })} {version.title}{" "}
                <span className="lx-faint">
                  {t(`knowledge.state.${version.state}`)} · <TimeText at={version.at} />{" "}
                  {version.by?.name}
                </span>
              </summary>
              <p className="prose">{version.body}</p>
            </details>
            {writes && version.number !== entry.version && (
              <Button size="small" loading={busy} onClick={() => void restore(version.number)}>
                {t("knowledge.restore")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

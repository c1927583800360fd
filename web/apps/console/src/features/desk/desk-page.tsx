import { useTranslation } from "@lianxin/i18n";
import { App, Button } from "antd";
import { useState } from "react";
import { readPhone } from "../../shared/formats/phone-text";
import { useWorkplaceState } from "../../shared/live/context";
import { currentCall } from "../../shared/live/state";
import { CallerPanel, type Earlier } from "./caller-panel";
import { useDeskState, useDraftDesk } from "./draft-desk";
import { DraftForm } from "./draft-form";
import { type Draft, isBlank } from "./drafts";
import { FiledElsewhere } from "./filed-elsewhere";
import { isOver } from "./filing";
import { Result } from "./result";
import { SidePanel, type SideTab } from "./side-panel";
import { useLookupNumber } from "./use-lookup-number";

/** 受理台: the caller, the case that is written, and what helps. */
export function DeskPage() {
  const { t } = useTranslation();
  const { live } = useWorkplaceState();
  const { drafts, active, results } = useDeskState();
  const desk = useDraftDesk();
  const [earlier, setEarlier] = useState<Earlier | null>(null);
  const call = currentCall(live);
  const [tab, setTab] = useState<SideTab>(call === null ? "script" : "path");
  const draft = drafts.find(({ id }) => id === active);
  const opened = results[active];
  const typed = readPhone(draft?.fields.phone ?? "")?.digits ?? "";
  const [wanted, lookUpNow] = useLookupNumber(typed, active);
  const phone = call?.caller || wanted;
  const show = (next: Earlier) => {
    setEarlier(next);
    setTab("earlier");
  };
  return (
    <div className="desk">
      <h1 className="lx-visually-hidden">{t("desk.title")}</h1>
      <aside className="desk-caller" aria-label={t("desk.caller")}>
        <h2 className="panel-title">{t("desk.caller")}</h2>
        <CallerPanel
          phone={phone}
          unproven={call?.claimed ?? false}
          current={call?.id ?? null}
          earlier={earlier}
          onOpen={show}
        />
      </aside>
      <section className="desk-draft" aria-label={t("desk.draft")} onBlur={lookUpNow}>
        <DraftTabs drafts={drafts} active={active} call={call?.id ?? null} />
        {opened !== undefined && (
          <Result key={active} opened={opened} onDone={() => desk.close(active)} />
        )}
        {opened === undefined && draft !== undefined && <OneDraft key={active} draft={draft} />}
      </section>
      <aside className="desk-side" aria-label={t("desk.side")}>
        <SidePanel tab={tab} onTab={setTab} earlier={earlier} />
      </aside>
    </div>
  );
}

/** The form, unless another tab has made a case of all that stands in it. */
export function OneDraft({ draft }: { draft: Draft }) {
  const desk = useDraftDesk();
  if (!isOver(draft)) return <DraftForm draft={draft} />;
  return <FiledElsewhere draft={draft} onDone={() => desk.close(draft.id)} />;
}

function DraftTabs({
  drafts,
  active,
  call,
}: {
  drafts: readonly Draft[];
  active: string;
  call: string | null;
}) {
  const { t } = useTranslation();
  const desk = useDraftDesk();
  const { results } = useDeskState();
  const current = drafts.find(({ id }) => id === active);
  const nameOf = (draft: Draft) =>
    (results[draft.id]?.case ?? draft.filed)?.number ??
    (draft.fields.title.trim() || t("desk.blank"));
  return (
    <header className="draft-tabs">
      <h2 className="panel-title">{t("desk.draft")}</h2>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <button
              type="button"
              aria-pressed={draft.id === active}
              onClick={() => desk.activate(draft.id)}
            >
              {draft.call !== null && draft.call === call && (
                <span className="draft-call">{t("desk.fromCall")}</span>
              )}
              <span className="draft-name">{nameOf(draft)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => desk.create()}>
        {t("desk.newDraft")}
      </Button>
      {current !== undefined && results[active] === undefined && !isOver(current) && (
        <DiscardButton draft={current} alone={drafts.length === 1} />
      )}
    </header>
  );
}

/** Deleting can be undone for 8 seconds. */
function DiscardButton({ draft, alone }: { draft: Draft; alone: boolean }) {
  const { t } = useTranslation();
  const desk = useDraftDesk();
  const { message } = App.useApp();
  const { filing } = useDeskState();
  if (alone && isBlank(draft)) return null;
  const discard = () => {
    const restore = desk.remove(draft.id);
    if (isBlank(draft)) return;
    const undo = () => {
      restore();
      message.destroy(draft.id);
    };
    void message.open({
      key: draft.id,
      duration: 8,
      content: (
        <span>
          {t("desk.discarded")}{" "}
          <Button size="small" onClick={undo}>
            {t("desk.undo")}
          </Button>
        </span>
      ),
    });
  };
  return (
    <Button size="small" type="text" disabled={filing.includes(draft.id)} onClick={discard}>
      {t("desk.discard")}
    </Button>
  );
}

import type { CaseCreate, CaseOpened } from "@lianxin/api";
import type { GuardedStorage } from "@lianxin/i18n";
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { DraftFields } from "../cases";
import type { DraftChannel, DraftMessage } from "./draft-channel";
import { isSame, mergedDraft } from "./draft-merge";
import { type Draft, DraftShelf, draftForCall, type FiledDraft, isBlank, newDraft } from "./drafts";
import { bodyOf, isOver } from "./filing";

export interface DeskState {
  drafts: readonly Draft[];
  active: string;
  /** False when the computer's storage was full at the last save. */
  saved: boolean;
  /** Cases that were filed from a draft and whose number and code are still shown. */
  results: Readonly<Record<string, CaseOpened>>;
  /** Drafts that are on their way: nobody writes in them, deletes them or sends them again. */
  filing: readonly string[];
  /** Why the last try to file a draft failed. */
  refusals: Readonly<Record<string, Error>>;
}

/**
 * The drafts of one person while the console is open. Each change is kept on the computer
 * at once, and the person's other tabs have it too. A call opens a draft; none but its writer
 * closes one.
 */
export class DraftDesk {
  private readonly shelf: DraftShelf;
  /** Each draft as it was last kept, by this tab or another. */
  private readonly seen = new Map<string, Draft>();
  /** Calls whose draft was brought to the front: once is enough. */
  private readonly fronted = new Set<string>();
  /** The draft whose form shall have the keyboard as soon as it is drawn. */
  private awaited = "";
  /** What is on its way, by the id of its draft. */
  private readonly begun = new Map<string, CaseCreate>();
  private channel: DraftChannel | null = null;
  /** For `useStore`: read it, and let the methods here write it. */
  readonly kept: StoreApi<DeskState>;

  constructor(
    owner: string,
    storage: Omit<GuardedStorage, "wouldLose">,
    private readonly now: () => number,
  ) {
    this.shelf = new DraftShelf(owner, storage);
    this.shelf.sweep(now(), null);
    const kept = this.shelf.list().filter((draft) => !isOver(draft));
    for (const draft of kept) this.seen.set(draft.id, draft);
    const drafts = kept.length > 0 ? kept : [newDraft(now())];
    const active = drafts.at(-1)?.id ?? "";
    const none = { results: {}, filing: [], refusals: {} };
    this.kept = createStore(() => ({ drafts, active, saved: true, ...none }));
  }

  readonly get = (): DeskState => this.kept.getState();

  private get state(): DeskState {
    return this.kept.getState();
  }

  /** Write the drafts together with the person's other tabs until what is returned is called. */
  join(channel: DraftChannel): () => void {
    this.channel = channel;
    channel.hear((message) => this.heard(message));
    return () => {
      this.channel = null;
      channel.close();
    };
  }

  /** Take what was typed; a draft that is on its way or filed takes nothing. */
  change(id: string, fields: Partial<DraftFields>): void {
    const draft = this.unsent(id);
    if (draft) this.keep({ ...draft, fields: { ...draft.fields, ...fields } });
  }

  /**
   * The draft as it is to be filed, null when it is on its way already or filed. `filed` or
   * `failed` says how it ended, whichever page is on the screen by then.
   */
  begin(id: string): Draft | null {
    const draft = this.unsent(id) ?? null;
    if (draft !== null) {
      const { [id]: _, ...refusals } = this.state.refusals;
      this.begun.set(id, bodyOf(draft));
      this.kept.setState({ filing: [...this.state.filing, id], refusals });
    }
    return draft;
  }

  failed(id: string, error: Error): void {
    this.ended(id);
    this.kept.setState({ refusals: { ...this.state.refusals, [id]: error } });
  }

  private ended(id: string): void {
    this.begun.delete(id);
    this.kept.setState({ filing: this.state.filing.filter((each) => each !== id) });
  }

  private draft(id: string): Draft | undefined {
    return this.state.drafts.find((each) => each.id === id);
  }

  private unsent(id: string): Draft | undefined {
    if (this.state.filing.includes(id) || this.state.results[id] !== undefined) return undefined;
    const draft = this.draft(id);
    return draft === undefined || isOver(draft) ? undefined : draft;
  }

  /** `body` goes out for the draft: should its answer be lost, it may have become a case. */
  readonly sending = (id: string, body: CaseCreate): void => {
    this.note(id, (sent) => [...sent.filter((each) => !isSame(each, body)), body]);
  };

  /** The server made nothing of `body`. */
  readonly refused = (id: string, body: CaseCreate): void => {
    this.note(id, (sent) => sent.filter((each) => !isSame(each, body)));
  };

  /** What went out for the draft and may have become a case, the oldest first. */
  readonly sent = (id: string): readonly CaseCreate[] => this.draft(id)?.sent ?? [];

  private note(id: string, next: (sent: readonly CaseCreate[]) => readonly CaseCreate[]): void {
    const draft = this.draft(id);
    if (draft) this.keep({ ...draft, sent: next(draft.sent ?? []) });
  }

  /** Write the active draft again, for whoever presses 暂存. */
  save(): void {
    const draft = this.unsent(this.state.active);
    if (draft) this.keep(draft);
  }

  activate(id: string): void {
    this.kept.setState({ active: id });
  }

  create(): void {
    const draft = newDraft(this.now());
    this.kept.setState({ drafts: [...this.state.drafts, draft], active: draft.id });
  }

  /** Calls in which nothing was written leave nothing: the drafts of all but `call` that are
   * blank are taken away. */
  tidy(call: string | null): void {
    for (const draft of this.unfiled()) {
      if (draft.call !== null && draft.call !== call && isBlank(draft)) this.remove(draft.id);
    }
  }

  /** What somebody wrote and has not filed. */
  unfinished(): Draft[] {
    return this.unfiled().filter((draft) => !isBlank(draft));
  }

  /**
   * A call rings: from now on it has its draft, the only one that it takes. Nothing moves: the one
   * in front becomes it where nobody has written in it, else it stands beside.
   */
  ring(call: { id: string; caller: string }): Draft {
    const known = this.state.drafts.find((each) => each.call === call.id);
    if (known !== undefined) return known;
    const inFront = (draft: Draft) => (draft.id === this.state.active ? 0 : 1);
    const choice = this.unfiled()
      .map(freed)
      .sort((one, other) => inFront(one) - inFront(other));
    const draft = draftForCall(choice, call, this.now());
    this.keep(draft);
    return draft;
  }

  /** A call that rang was not answered here: a draft in which nobody has written is free again. */
  unring({ id, caller }: { id: string; caller: string }): void {
    const draft = this.unfiled().find((each) => each.call === id);
    if (draft === undefined || !isBlank(draft)) return;
    const { phone } = draft.fields;
    const fields = { ...draft.fields, phone: phone === caller ? "" : phone };
    this.keep({ ...draft, call: null, fields });
  }

  /** A call is answered: its draft comes to the front, once. False when it has been there. */
  openForCall(call: { id: string; caller: string }): boolean {
    this.tidy(call.id);
    const { id } = this.ring(call);
    if (this.fronted.has(call.id)) return false;
    this.fronted.add(call.id);
    this.awaited = id;
    this.activate(id);
    return true;
  }

  /** Somebody writes a case of a call that is over: its draft comes to the front, as often as
   * asked. It is one of its own: a blank one may be that of the call that is up. */
  openForPast(call: { id: string; caller: string }): void {
    const known = this.state.drafts.find((each) => each.call === call.id);
    const draft = known ?? newDraft(this.now(), call.id, call.caller);
    if (known === undefined) this.keep(draft);
    this.activate(draft.id);
  }

  /** Whether the form of this draft shall have the keyboard, now that it is drawn; asked once. */
  takesKeyboard(id: string): boolean {
    if (this.awaited !== id) return false;
    this.awaited = "";
    return true;
  }

  /** Take a draft away, unless it is on its way; what is returned brings it back. */
  remove(id: string): () => void {
    const draft = this.unsent(id);
    if (!draft) return () => undefined;
    this.forget(id);
    this.close(id);
    this.channel?.say({ type: "removed", draft });
    return () => {
      this.keep(draft);
      this.activate(id);
    };
  }

  /** The draft became a case: show number and code in its place until they were read out. */
  filed(id: string, opened: CaseOpened): void {
    const draft = this.draft(id);
    const body = this.begun.get(id) ?? (draft && bodyOf(draft));
    this.forget(id);
    this.ended(id);
    this.kept.setState({ results: { ...this.state.results, [id]: opened } });
    if (body === undefined) return;
    const { id: made, number } = opened.case;
    this.channel?.say({ type: "filed", id, filed: { id: made, number, body } });
  }

  /** Number and code were read out. */
  close(id: string): void {
    const { [id]: _result, ...results } = this.state.results;
    const { [id]: _refusal, ...refusals } = this.state.refusals;
    const left = this.state.drafts.filter((each) => each.id !== id);
    const drafts = left.length > 0 ? left : [newDraft(this.now())];
    const stays = drafts.some((each) => each.id === this.state.active);
    const active = stays ? this.state.active : (drafts.at(-1)?.id ?? "");
    this.kept.setState({ drafts, active, results, refusals });
  }

  private unfiled(): Draft[] {
    return this.state.drafts.filter(({ id }) => this.unsent(id) !== undefined);
  }

  /** Nothing of the draft stays on the computer. */
  private forget(id: string): void {
    this.shelf.remove(id);
    this.seen.delete(id);
  }

  private keep(draft: Draft): void {
    const merged = mergedDraft(this.seen.get(draft.id) ?? null, draft, this.shelf.read(draft.id));
    const kept = { ...merged, savedAt: this.now() };
    const saved = this.shelf.save(kept);
    this.seen.set(kept.id, kept);
    this.put(kept);
    this.kept.setState({ saved });
    this.channel?.say({ type: "kept", draft: kept });
  }

  private put(draft: Draft): void {
    const { drafts } = this.state;
    const known = this.draft(draft.id) !== undefined;
    const one = (each: Draft) => (each.id === draft.id ? draft : each);
    this.kept.setState({ drafts: known ? drafts.map(one) : [...drafts, draft] });
  }

  private heard(message: DraftMessage): void {
    const id = message.type === "filed" ? message.id : message.draft.id;
    if (this.state.results[id] !== undefined) return; // it is a case here, too
    if (message.type === "kept") this.keptElsewhere(message.draft);
    else if (message.type === "filed") this.filedElsewhere(id, message.filed);
    else this.removedElsewhere(message.draft);
  }

  private keptElsewhere(theirs: Draft): void {
    const mine = this.draft(theirs.id);
    const base = this.seen.get(theirs.id) ?? null;
    const over = mine === undefined || isOver(mine);
    this.put(over ? theirs : mergedDraft(base, mine, theirs));
    this.seen.set(theirs.id, theirs);
  }

  /** What was written here while the other tab filed it stays, and may be put into the case. */
  private filedElsewhere(id: string, filed: FiledDraft): void {
    const mine = this.draft(id);
    if (mine === undefined) return;
    const others = (mine.sent ?? []).filter((body) => !isSame(body, filed.body));
    const next = { ...mine, filed, sent: [...others, filed.body] };
    if (!isOver(next)) {
      this.keep(next);
      return;
    }
    const stored = this.shelf.read(id); // a third tab may have kept words of its own by now
    if (stored !== null && isOver({ ...stored, filed })) this.forget(id);
    this.put(next);
  }

  private removedElsewhere(theirs: Draft): void {
    const mine = this.unsent(theirs.id);
    if (mine === undefined) return;
    if (isSame(bodyOf(mine), bodyOf(theirs))) {
      this.forget(theirs.id);
      this.close(theirs.id);
    } else this.keep(mine); // written in since
  }
}

/** A draft in which nobody has written while its call went on is any call's. */
function freed(draft: Draft): Draft {
  if (draft.call === null || !isBlank(draft)) return draft;
  return { ...draft, call: null, fields: { ...draft.fields, phone: "" } };
}

export const DraftDeskContext = createContext<DraftDesk | null>(null);

export function useDraftDesk(): DraftDesk {
  const desk = useContext(DraftDeskContext);
  if (desk === null) throw new Error("useDraftDesk stands outside of its provider");
  return desk;
}

export function useDeskState(): DeskState {
  return useStore(useDraftDesk().kept);
}

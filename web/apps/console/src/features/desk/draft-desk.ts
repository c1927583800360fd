import type { CaseCreate, CaseOpened } from "@lianxin/api";
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { DraftFields } from "../cases";
import { type Draft, DraftShelf, draftForCall, newDraft } from "./drafts";

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
 * at once. A call opens a draft; none but its writer closes one.
 */
export class DraftDesk {
  private readonly shelf: DraftShelf;
  /** For `useStore`: read it, and let the methods here write it. */
  readonly kept: StoreApi<DeskState>;

  constructor(
    owner: string,
    storage: Storage,
    private readonly now: () => number,
  ) {
    this.shelf = new DraftShelf(owner, storage);
    this.shelf.sweep(now(), null);
    const kept = this.shelf.list();
    const drafts = kept.length > 0 ? kept : [newDraft(now())];
    const active = drafts.at(-1)?.id ?? "";
    const none = { results: {}, filing: [], refusals: {} };
    this.kept = createStore(() => ({ drafts, active, saved: true, ...none }));
  }

  readonly get = (): DeskState => this.kept.getState();

  private get state(): DeskState {
    return this.kept.getState();
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
      this.kept.setState({ filing: [...this.state.filing, id], refusals });
    }
    return draft;
  }

  failed(id: string, error: Error): void {
    this.ended(id);
    this.kept.setState({ refusals: { ...this.state.refusals, [id]: error } });
  }

  private ended(id: string): void {
    this.kept.setState({ filing: this.state.filing.filter((each) => each !== id) });
  }

  private unsent(id: string): Draft | undefined {
    const { drafts, filing, results } = this.state;
    if (filing.includes(id) || results[id] !== undefined) return undefined;
    return drafts.find((each) => each.id === id);
  }

  /** `body` goes out for the draft: should its answer be lost, it may have become a case. */
  readonly sending = (id: string, body: CaseCreate): void => {
    this.note(id, (sent) => [...sent.filter((each) => !isSame(each, body)), body]);
  };

  /** The server made nothing of `body`. */
  readonly refused = (id: string, body: CaseCreate): void => {
    this.note(id, (sent) => sent.filter((each) => !isSame(each, body)));
  };

  private note(id: string, next: (sent: readonly CaseCreate[]) => readonly CaseCreate[]): void {
    const draft = this.state.drafts.find((each) => each.id === id);
    if (draft) this.keep({ ...draft, sent: next(draft.sent ?? []) });
  }

  /** Write the active draft again, for whoever presses 暂存. */
  save(): void {
    const { drafts, active, results } = this.state;
    const draft = drafts.find(({ id }) => id === active && results[id] === undefined);
    if (draft) this.keep(draft);
  }

  activate(id: string): void {
    this.kept.setState({ active: id });
  }

  create(): void {
    const draft = newDraft(this.now());
    this.kept.setState({ drafts: [...this.state.drafts, draft], active: draft.id });
  }

  /** A call was answered: its draft comes to the front. */
  openForCall(call: { id: string; caller: string }): void {
    const known = this.state.drafts.find((each) => each.call === call.id);
    const draft = known ?? draftForCall(this.unfiled(), call, this.now());
    if (known === undefined) this.keep(draft);
    this.activate(draft.id);
  }

  /** Take a draft away, unless it is on its way; what is returned brings it back. */
  remove(id: string): () => void {
    const draft = this.unsent(id);
    if (!draft) return () => undefined;
    this.shelf.remove(id);
    this.close(id);
    return () => {
      this.keep(draft);
      this.activate(id);
    };
  }

  /** The draft became a case: show number and code in its place until they were read out. */
  filed(id: string, opened: CaseOpened): void {
    this.shelf.remove(id);
    this.ended(id);
    this.kept.setState({ results: { ...this.state.results, [id]: opened } });
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
    return this.state.drafts.filter(({ id }) => this.state.results[id] === undefined);
  }

  private keep(draft: Draft): void {
    const kept = { ...draft, savedAt: this.now() };
    const saved = this.shelf.save(kept);
    const known = this.state.drafts.some(({ id }) => id === kept.id);
    const drafts = known
      ? this.state.drafts.map((each) => (each.id === kept.id ? kept : each))
      : [...this.state.drafts, kept];
    this.kept.setState({ drafts, saved });
  }
}

function isSame(one: CaseCreate, other: CaseCreate): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
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

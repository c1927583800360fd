import type { CaseOpened } from "@lianxin/api";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { SheetChange } from "../cases";
import { type Draft, DraftShelf, draftForCall, newDraft } from "./drafts";

export interface DeskState {
  drafts: readonly Draft[];
  active: string;
  /** False when the computer's storage was full at the last save. */
  saved: boolean;
  /** Cases that were filed from a draft and whose number and code are still shown. */
  results: Readonly<Record<string, CaseOpened>>;
}

/**
 * The drafts of one person while the console is open. Each change is kept on the computer
 * at once. A call opens a draft; none but its writer closes one.
 */
export class DraftDesk {
  private readonly shelf: DraftShelf;
  private readonly listeners = new Set<() => void>();
  private state: DeskState;

  constructor(
    owner: string,
    storage: Storage,
    private readonly now: () => number,
  ) {
    this.shelf = new DraftShelf(owner, storage);
    this.shelf.sweep(now(), null);
    const kept = this.shelf.list();
    const drafts = kept.length > 0 ? kept : [newDraft(now())];
    this.state = { drafts, active: drafts.at(-1)?.id ?? "", saved: true, results: {} };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = (): DeskState => this.state;

  change(id: string, fields: SheetChange): void {
    const draft = this.state.drafts.find((each) => each.id === id);
    if (draft) this.keep({ ...draft, fields: { ...draft.fields, ...fields } });
  }

  /** Write the active draft again, for whoever presses 暂存. */
  save(): void {
    const draft = this.state.drafts.find(({ id }) => id === this.state.active);
    if (draft) this.keep(draft);
  }

  activate(id: string): void {
    this.publish({ ...this.state, active: id });
  }

  create(): void {
    const draft = newDraft(this.now());
    this.publish({ ...this.state, drafts: [...this.state.drafts, draft], active: draft.id });
  }

  /** A call was answered: its draft comes to the front. */
  openForCall(call: { id: string; caller: string }): void {
    const known = this.state.drafts.find((each) => each.call === call.id);
    const draft = known ?? draftForCall(this.unfiled(), call, this.now());
    if (known === undefined) this.keep(draft);
    this.activate(draft.id);
  }

  /** Take a draft away; what is returned brings it back. */
  remove(id: string): () => void {
    const draft = this.state.drafts.find((each) => each.id === id);
    this.shelf.remove(id);
    this.close(id);
    return () => {
      if (!draft) return;
      this.keep(draft);
      this.activate(id);
    };
  }

  /** The draft became a case: show number and code in its place until they were read out. */
  filed(id: string, opened: CaseOpened): void {
    this.shelf.remove(id);
    this.publish({ ...this.state, results: { ...this.state.results, [id]: opened } });
  }

  /** Number and code were read out. */
  close(id: string): void {
    const { [id]: _, ...results } = this.state.results;
    const left = this.state.drafts.filter((each) => each.id !== id);
    const drafts = left.length > 0 ? left : [newDraft(this.now())];
    const stays = drafts.some((each) => each.id === this.state.active);
    const active = stays ? this.state.active : (drafts.at(-1)?.id ?? "");
    this.publish({ ...this.state, drafts, active, results });
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
    this.publish({ ...this.state, drafts, saved });
  }

  private publish(state: DeskState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

export const DraftDeskContext = createContext<DraftDesk | null>(null);

export function useDraftDesk(): DraftDesk {
  const desk = useContext(DraftDeskContext);
  if (desk === null) throw new Error("useDraftDesk stands outside of its provider");
  return desk;
}

export function useDeskState(): DeskState {
  const desk = useDraftDesk();
  return useSyncExternalStore(desk.subscribe, desk.get);
}

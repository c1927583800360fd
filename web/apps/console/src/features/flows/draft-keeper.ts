/**
 * Keeps what is drawn: on this computer at once, on the server when the hand rests. Nothing is
 * lost when the network, the session or the browser goes; two people on one draft are told.
 */
import { ApiError } from "@lianxin/api";
import { type EditorStore, type FlowDocument, readDocument, same } from "@lianxin/flow-editor";
import { wordFor } from "@lianxin/i18n";
import { createStore } from "zustand/vanilla";

const SAVE_AFTER = 800; // ms of rest
const RETRY_AFTER = 5000; // ms after a failure

export interface Theirs {
  readonly version: number;
  readonly by: string;
  readonly at: string;
  readonly document: FlowDocument;
}

export type Keeping =
  | { readonly state: "saved"; readonly at: number | null }
  | { readonly state: "waiting" | "saving" }
  | { readonly state: "failed"; readonly message: string }
  | { readonly state: "conflict"; readonly theirs: Theirs };

/** What the keeper needs of the world; the tests give it another one. */
export interface KeeperDeps {
  readonly save: (version: number, document: FlowDocument) => Promise<{ version: number }>;
  readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  readonly key: string;
  readonly now: () => number;
}

interface LocalCopy {
  readonly version: number;
  readonly mine: FlowDocument;
  readonly base: FlowDocument;
}

function readCopy(text: string | null): LocalCopy | null {
  if (text === null) return null;
  try {
    const copy = JSON.parse(text) as LocalCopy;
    const document = ({ spec, layout }: FlowDocument) => readDocument(spec, layout);
    return { version: copy.version, mine: document(copy.mine), base: document(copy.base) };
  } catch {
    return null;
  }
}

/** Two drafts, and nobody has settled yet which it is to be: as the API would refuse the later. */
export class DraftConflict extends ApiError {
  constructor() {
    super("flow.draft_conflict", wordFor("flows.save", "conflict", ""), 409);
  }
}

export class DraftKeeper {
  /** For `useStore`: read it, and let the methods here write it. */
  readonly kept = createStore<Keeping>(() => ({ state: "saved", at: null }));
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> | null = null;
  private refusal: unknown;
  private savedAt: number | null = null;
  private stopListening: () => void = () => undefined;

  constructor(
    readonly store: EditorStore,
    private version: number,
    /** What the server has: the common ground of a merge. */
    private base: FlowDocument,
    private readonly deps: KeeperDeps,
  ) {}

  readonly get = (): Keeping => this.kept.getState();

  private get keeping(): Keeping {
    return this.kept.getState();
  }

  get common(): FlowDocument {
    return this.base;
  }

  get known(): number {
    return this.version;
  }

  /** Begin: what an earlier visit could not save comes back. */
  start(): void {
    let seen = this.store.get().document;
    this.stopListening = this.store.subscribe(() => {
      const { document } = this.store.get();
      if (document === seen) return;
      seen = document;
      this.changed();
    });
    const copy = readCopy(this.deps.storage.getItem(this.deps.key));
    if (copy === null) return;
    if (copy.version === this.version) this.store.replace(copy.mine);
    else this.resume(copy);
  }

  /** Somebody saved while our copy lay here: ask, with what both began from. */
  private resume(copy: LocalCopy): void {
    const theirs = { version: this.version, by: "", at: "", document: this.base };
    this.base = copy.base;
    this.store.replace(copy.mine);
    clearTimeout(this.timer);
    this.refusal = new DraftConflict();
    this.tell({ state: "conflict", theirs });
  }

  stop(): void {
    this.stopListening();
    if (this.keeping.state === "waiting") void this.save();
    clearTimeout(this.timer);
  }

  private tell(keeping: Keeping): void {
    this.kept.setState(keeping, true); // whole: a state has no field of the one before
  }

  private changed(): void {
    this.keepHere();
    if (this.keeping.state === "conflict") return;
    this.tell({ state: "waiting" });
    this.later(SAVE_AFTER);
  }

  private keepHere(): void {
    const copy: LocalCopy = {
      version: this.version,
      mine: this.store.get().document,
      base: this.base,
    };
    try {
      this.deps.storage.setItem(this.deps.key, JSON.stringify(copy));
    } catch {
      // The browser's room is full: the server's copy is seconds away, and the page asks on leaving.
    }
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), milliseconds);
  }

  /** Save now what is not saved yet; what went wrong is in the state, and may be tried again. */
  save(): Promise<void> {
    this.saving ??= this.saveOnce().finally(() => {
      this.saving = null;
    });
    return this.saving;
  }

  /**
   * Have the server hold all that is drawn, after a save that runs already. Throws why it does
   * not: whoever goes on would publish an older draft.
   */
  async flush(): Promise<void> {
    await this.saving;
    do await this.save();
    while (this.keeping.state === "waiting"); // drawn on while it was saved
    if (this.keeping.state !== "saved") throw this.refusal;
  }

  private async saveOnce(): Promise<void> {
    clearTimeout(this.timer);
    const { document } = this.store.get();
    if (this.keeping.state === "conflict") return;
    if (document === this.base) return this.settled();
    this.tell({ state: "saving" });
    try {
      const { version } = await this.deps.save(this.version, document);
      this.saved(version, document);
    } catch (error) {
      this.refused(error);
    }
  }

  private saved(version: number, document: FlowDocument): void {
    this.version = version;
    this.base = document;
    this.savedAt = this.deps.now();
    if (this.store.get().document !== document) {
      this.keepHere();
      this.tell({ state: "waiting" });
      this.later(SAVE_AFTER);
    } else {
      this.settled();
    }
  }

  /** What is drawn is what the server has: just saved, or all undone since. */
  private settled(): void {
    if (this.keeping.state === "saved") return;
    this.deps.storage.removeItem(this.deps.key);
    this.tell({ state: "saved", at: this.savedAt });
  }

  private refused(error: unknown): void {
    this.refusal = error;
    if (error instanceof ApiError && error.code === "flow.draft_conflict") {
      const { version, by, at, spec, layout } = error.details;
      const theirs: Theirs = {
        version: Number(version),
        by: String(by ?? ""),
        at: String(at ?? ""),
        document: readDocument(spec, layout),
      };
      this.tell({ state: "conflict", theirs });
      return;
    }
    this.tell({ state: "failed", message: error instanceof Error ? error.message : String(error) });
    if (!(error instanceof ApiError) || error.status === 0 || error.status >= 500) {
      this.later(RETRY_AFTER);
    }
  }

  /** The conflict is settled by `document`; it is saved over theirs. */
  settle(document: FlowDocument): void {
    const { keeping } = this;
    if (keeping.state !== "conflict") return;
    this.version = keeping.theirs.version;
    this.base = keeping.theirs.document;
    this.tell({ state: "waiting" });
    this.store.replace(document);
    if (same(this.store.get().document, this.base)) {
      this.saved(this.version, this.store.get().document);
      return;
    }
    this.keepHere();
    this.later(0);
  }

  /** Take what the server has: our changes were put elsewhere, or are not wanted. */
  takeTheirs(): void {
    const { keeping } = this;
    if (keeping.state !== "conflict") return;
    const { version, document } = keeping.theirs;
    this.version = version;
    this.tell({ state: "waiting" });
    this.store.replace(document);
    clearTimeout(this.timer);
    this.saved(version, this.store.get().document);
  }
}

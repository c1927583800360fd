/** The editor's state: one document with its history, what is chosen, and what lies over it. */
import { createStore, type StoreApi } from "zustand/vanilla";
import { arranged, placed } from "../model/arrange";
import { copied, pasted, readClip } from "../model/clipboard";
import { add, connect, type Edit, freshName, group, place, remove, rename } from "../model/edit";
import { exitsIn } from "../model/exits";
import type { FlowDocument, Point } from "../model/flow";
import { readPlace, shownNode } from "../model/place";
import type { NodeTypes } from "../model/schema";
import { advance, begin, type History, redone, undone } from "./history";
import { NOTHING, type Overlay } from "./overlay";

export interface EditorState {
  readonly history: History;
  readonly document: FlowDocument;
  readonly selected: readonly string[];
  readonly overlay: Overlay;
  /** Nobody may change what is shown: a version, a trace, a reader without the right. */
  readonly readOnly: boolean;
  /** The node that the canvas shall bring into sight, null for the flow itself, and the field that
   * the panel shall; a new object each time. */
  readonly sought: { readonly id: string | null; readonly field: string } | null;
}

/** Where a new node comes to stand when nobody pointed at a place. */
const STEP = { x: 336, y: 0 };

export class EditorStore {
  /** For `useStore`: read it, and let the methods here write it. */
  readonly kept: StoreApi<EditorState>;

  constructor(
    readonly types: NodeTypes,
    document: FlowDocument,
    readOnly = false,
    private readonly clock: () => number = Date.now,
  ) {
    const whole = placed(types, document);
    this.kept = createStore(() => ({
      history: begin(whole),
      document: whole,
      selected: [],
      overlay: NOTHING,
      readOnly,
      sought: null,
    }));
  }

  readonly get = (): EditorState => this.kept.getState();

  readonly subscribe = (listener: () => void): (() => void) => this.kept.subscribe(listener);

  private get state(): EditorState {
    return this.kept.getState();
  }

  private set(change: Partial<EditorState>): void {
    this.kept.setState(change);
  }

  private go(history: History, selected = this.state.selected): void {
    if (history === this.state.history) return;
    const document = history.present;
    const frames = new Set(document.layout.frames.map(({ id }) => id));
    const here = selected.filter((id) => id in document.spec.nodes || frames.has(id));
    this.set({ history, document, selected: here });
  }

  /** Change the document as one step; with `field`, typing there goes on being that step. */
  apply(edit: Edit, field: string | null = null): void {
    if (this.state.readOnly) return;
    const next = edit(this.state.document);
    this.go(advance(this.state.history, next, this.clock(), field));
  }

  undo(): void {
    this.go(undone(this.state.history));
  }

  redo(): void {
    this.go(redone(this.state.history));
  }

  /** Take another document in place of this one, as a step that can be undone. */
  replace(document: FlowDocument): void {
    const whole = placed(this.types, document);
    this.go(advance(this.state.history, whole, this.clock()));
  }

  select(ids: readonly string[]): void {
    const { selected } = this.state;
    if (ids.length === selected.length && ids.every((id, index) => id === selected[index])) return;
    this.set({ selected: ids });
  }

  /** Choose a node and bring it into sight, with one of its fields; for a node of a subflow
   * (`bill/ask`) that which leads into it. */
  seek(wanted: string, field = ""): void {
    const id = shownNode(this.state.document.spec.nodes, wanted);
    if (id !== null) this.set({ selected: [id], sought: { id, field } });
  }

  /** Go to a place of the JSON, as `nodes.welcome.keys.1` or `start`. */
  seekPlace(path: string): void {
    const { node, inner, field } = readPlace(this.types, this.state.document, path);
    if (node !== null) this.seek(node, inner === "" ? field : "");
    else if (!path.startsWith("nodes.")) this.set({ selected: [], sought: { id: null, field } });
  }

  overlay(change: Partial<Overlay>): void {
    this.set({ overlay: { ...this.state.overlay, ...change } });
  }

  lock(readOnly: boolean): void {
    if (readOnly !== this.state.readOnly) this.set({ readOnly });
  }

  /** The nodes among what is chosen; a chosen frame stands for its members. */
  chosenNodes(): string[] {
    const { selected, document } = this.state;
    const frames = new Map(document.layout.frames.map((frame) => [frame.id, frame.members]));
    const ids = selected.flatMap((id) =>
      id in document.spec.nodes ? [id] : (frames.get(id) ?? []),
    );
    return [...new Set(ids)];
  }

  /**
   * A new node of `type`. Without a place it comes to the right of the chosen one, and that
   * one's first free exit leads to it: a flow can be typed without touching the mouse.
   */
  addNode(type: string, at?: Point, from?: { id: string; port: string }): string {
    const { document } = this.state;
    const id = freshName(type, (name) => name in document.spec.nodes);
    const chosen = this.chosenNodes();
    const [only] = chosen;
    const beside = at === undefined && chosen.length === 1 ? only : undefined;
    const source = from ?? (beside === undefined ? undefined : this.freeExit(beside));
    const where = at ?? this.freePlace(beside);
    const grown = add(this.types, id, type, where);
    this.apply((before) => {
      const after = grown(before);
      return source ? connect(this.types, source.id, source.port, id)(after) : after;
    });
    this.set({ selected: [id], sought: at === undefined ? { id, field: "" } : this.state.sought });
    return id;
  }

  private freeExit(id: string): { id: string; port: string } | undefined {
    const node = this.state.document.spec.nodes[id];
    const exits = node ? exitsIn(this.types, node) : [];
    const free = exits.find(({ target, optional }) => target === "" && !optional);
    return free && { id, port: free.port };
  }

  private freePlace(beside: string | undefined): Point {
    const { nodes } = this.state.document.layout;
    const all = Object.values(nodes);
    const from = beside === undefined ? all.at(-1) : nodes[beside];
    if (from === undefined) return { x: 0, y: 0 };
    let { x, y } = { x: from.x + STEP.x, y: from.y + STEP.y };
    const taken = () =>
      all.some((each) => Math.abs(each.x - x) < 240 && Math.abs(each.y - y) < 120);
    while (taken()) y += 136;
    return { x, y };
  }

  connect(id: string, port: string, target: string): void {
    this.apply(connect(this.types, id, port, target));
  }

  rename(from: string, to: string): void {
    this.apply(rename(this.types, from, to));
    this.set({ selected: this.state.selected.map((id) => (id === from ? to : id)) });
    if (this.state.document.spec.nodes[to]) this.select([to]);
  }

  removeChosen(): void {
    const nodes = this.state.selected.filter((id) => id in this.state.document.spec.nodes);
    const frames = new Set(this.state.selected);
    this.apply((before) => {
      const after = remove(this.types, nodes)(before);
      const kept = after.layout.frames.filter(({ id }) => !frames.has(id));
      const same = kept.length === after.layout.frames.length;
      return same ? after : { ...after, layout: { ...after.layout, frames: kept } };
    });
  }

  groupChosen(title: string): void {
    this.apply(group(this.chosenNodes(), title));
  }

  /** Arrange what is chosen, or all when fewer than two are. */
  arrange(): void {
    const chosen = this.chosenNodes();
    const ids = chosen.length < 2 ? undefined : chosen;
    this.apply((document) => place(arranged(this.types, document, ids))(document));
    this.set({ sought: this.soughtFirst([...chosen, this.state.document.spec.start]) });
  }

  /** What was moved or made shall be in sight. */
  private soughtFirst(ids: readonly string[]): EditorState["sought"] {
    const id = ids.find((each) => each in this.state.document.spec.nodes);
    return id === undefined ? this.state.sought : { id, field: "" };
  }

  copy(): string | null {
    const ids = this.chosenNodes();
    return ids.length === 0 ? null : copied(this.state.document, ids);
  }

  /** Paste a clipboard's text; false when it holds no nodes. */
  paste(text: string, at?: Point): boolean {
    const clip = readClip(text);
    if (clip === null || this.state.readOnly) return false;
    const { document } = this.state;
    const { edit, ids } = pasted(this.types, document, clip, at ?? this.besideAll(clip.layout));
    this.apply(edit);
    this.set({ selected: ids, sought: this.soughtFirst(ids) });
    return ids.length > 0;
  }

  private besideAll(layout: unknown): Point {
    const nodes = (layout as { nodes?: Record<string, Point> } | null)?.nodes ?? {};
    const all = Object.values(nodes);
    if (all.length === 0) return { x: 0, y: 0 };
    return {
      x: Math.min(...all.map(({ x }) => x)) + 40,
      y: Math.min(...all.map(({ y }) => y)) + 40,
    };
  }

  duplicate(): void {
    const text = this.copy();
    if (text !== null) this.paste(text);
  }
}

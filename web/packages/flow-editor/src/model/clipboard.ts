/** Nodes on the system's clipboard: JSON, so that they can go from one flow to another. */
import { type Edit, freshName, place, snapped } from "./edit";
import { mapExits } from "./exits";
import { type FlowDocument, isObject, type Point, readDocument, type SpecNode } from "./flow";
import type { NodeTypes } from "./schema";

const MARK = "lianxin-flow-nodes";

interface Clip {
  readonly format: typeof MARK;
  /** The flow that they come from: there, exits to nodes that were not copied stay. */
  readonly flow: string;
  readonly nodes: Readonly<Record<string, SpecNode>>;
  readonly layout: unknown;
}

/** What is copied: the nodes, their places, notes and the frames that are wholly among them. */
export function copied(document: FlowDocument, ids: readonly string[]): string {
  const inside = new Set(ids.filter((id) => id in document.spec.nodes));
  const pick = <Value>(values: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(values).filter(([id]) => inside.has(id)));
  const { layout, spec } = document;
  const clip: Clip = {
    format: MARK,
    flow: spec.id,
    nodes: pick(spec.nodes),
    layout: {
      nodes: pick(layout.nodes),
      notes: pick(layout.notes),
      frames: layout.frames.filter(({ members }) => members.every((id) => inside.has(id))),
    },
  };
  return JSON.stringify(clip, null, 2);
}

/** Read a clipboard's text; null when it holds no nodes of ours. */
export function readClip(text: string): Clip | null {
  try {
    const clip: unknown = JSON.parse(text);
    if (!isObject(clip) || clip.format !== MARK || !isObject(clip.nodes)) return null;
    return clip as unknown as Clip;
  } catch {
    return null;
  }
}

/**
 * Put a clip into a document, its upper left corner at `at`. Names that are taken get new ones,
 * and the exits within the clip follow. Exits to other nodes stay in the same flow and lead
 * nowhere in another one.
 */
export function pasted(
  types: NodeTypes,
  document: FlowDocument,
  clip: Clip,
  at: Point,
): { edit: Edit; ids: string[] } {
  const { spec, layout } = readDocument({ nodes: clip.nodes }, clip.layout);
  const names = newNames(Object.keys(spec.nodes), document);
  const own = clip.flow === document.spec.id;
  const follow = (target: string) => {
    const renamed = names.get(target);
    if (renamed !== undefined) return renamed;
    return own && target in document.spec.nodes ? target : "";
  };
  const nodes = Object.fromEntries(
    Object.entries(spec.nodes).map(([id, node]) => [
      names.get(id) ?? id,
      mapExits(types.get(node.type), node, follow),
    ]),
  );
  const renamed = <Value>(values: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [names.get(id) ?? id, value]));
  const frames = layout.frames.map((frame) => ({
    ...frame,
    members: frame.members.map((id) => names.get(id) ?? id),
  }));
  const places = moved(renamed(layout.nodes), at);
  return {
    ids: Object.keys(nodes),
    edit: put({ nodes, notes: renamed(layout.notes), frames, places }),
  };
}

interface Placed {
  nodes: Record<string, SpecNode>;
  notes: Record<string, string>;
  frames: FlowDocument["layout"]["frames"];
  places: Record<string, Point>;
}

function put({ nodes, notes, frames, places }: Placed): Edit {
  return (before) => {
    const taken = new Set(before.layout.frames.map(({ id }) => id));
    const added = frames.map((frame) => {
      const id = freshName(frame.id, (name) => taken.has(name));
      taken.add(id);
      return { ...frame, id };
    });
    const after: FlowDocument = {
      spec: { ...before.spec, nodes: { ...before.spec.nodes, ...nodes } },
      layout: {
        ...before.layout,
        notes: { ...before.layout.notes, ...notes },
        frames: [...before.layout.frames, ...added],
      },
    };
    return place(places)(after);
  };
}

function newNames(ids: readonly string[], document: FlowDocument): Map<string, string> {
  const names = new Map<string, string>();
  const given = new Set<string>();
  const taken = (name: string) => name in document.spec.nodes || given.has(name);
  for (const id of ids) {
    const name = freshName(id, taken);
    given.add(name);
    names.set(id, name);
  }
  return names;
}

function moved(places: Readonly<Record<string, Point>>, at: Point): Record<string, Point> {
  const all = Object.values(places);
  const left = Math.min(...all.map(({ x }) => x));
  const top = Math.min(...all.map(({ y }) => y));
  return Object.fromEntries(
    Object.entries(places).map(([id, { x, y }]) => [
      id,
      snapped({ x: at.x + x - left, y: at.y + y - top }),
    ]),
  );
}

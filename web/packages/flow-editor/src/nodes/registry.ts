import type { NodeFace } from "./face";

// A folder is enough to give a node type a face: nothing else names it.
const FOLDERS = import.meta.glob<{ face: NodeFace }>("./*/index.{ts,tsx}", { eager: true });

const FACES = new Map(
  Object.entries(FOLDERS).map(([path, { face }]) => [path.split("/")[1] ?? "", face]),
);

/** A box: what a type without a face is drawn with. */
const PLAIN_ICON = "M3 3h10v10H3zM6 8h4";

export function faceOf(type: string): NodeFace | undefined {
  return FACES.get(type);
}

export function iconOf(type: string): string {
  return FACES.get(type)?.icon ?? PLAIN_ICON;
}

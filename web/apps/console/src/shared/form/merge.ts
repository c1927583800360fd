/** The three states of an edit that met another: as it was read, mine, and theirs. */
export interface ThreeWay<Fields> {
  base: Fields;
  mine: Fields;
  theirs: Fields;
}

export type Side = "mine" | "theirs";

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The fields that `edited` has otherwise than `base`. */
export function changedFields<Fields extends object>(
  base: Fields,
  edited: Fields,
): (keyof Fields)[] {
  const names = new Set([...Object.keys(base), ...Object.keys(edited)]) as Set<keyof Fields>;
  return [...names].filter((field) => !same(base[field], edited[field]));
}

/** The fields that both changed, and not to the same value: a person must choose. */
export function conflicts<Fields extends object>(three: ThreeWay<Fields>): (keyof Fields)[] {
  const theirs = new Set(changedFields(three.base, three.theirs));
  return changedFields(three.base, three.mine).filter(
    (field) => theirs.has(field) && !same(three.mine[field], three.theirs[field]),
  );
}

/**
 * Both edits in one: what only one side changed is taken from it; what both changed comes
 * from the chosen side, mine when nobody chose.
 */
export function merge<Fields extends object>(
  three: ThreeWay<Fields>,
  chosen: Partial<Record<keyof Fields, Side>>,
): Fields {
  const merged = { ...three.theirs };
  const disputed = new Set(conflicts(three));
  for (const field of changedFields(three.base, three.mine)) {
    const side = disputed.has(field) ? (chosen[field] ?? "mine") : "mine";
    if (side === "mine") merged[field] = three.mine[field];
  }
  return merged;
}

/** Values that lie in each other, flat: `{ week: { mon: "…" } }` is `{ "week.mon": "…" }`. */
export type Leaves = Readonly<Record<string, unknown>>;

function isNested(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A list is one field: nobody can say which of its rows is which of the other's. */
export function leavesOf(values: object, path = ""): Leaves {
  const leaves: [string, unknown][] = [];
  for (const [name, value] of Object.entries(values)) {
    if (isNested(value) && Object.keys(value).length > 0) {
      leaves.push(...Object.entries(leavesOf(value, `${path}${name}.`)));
    } else leaves.push([path + name, value]);
  }
  return Object.fromEntries(leaves);
}

/** The values whose leaves these are. */
export function grown(leaves: Leaves): object {
  const values: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(leaves)) {
    if (value === undefined) continue;
    const names = path.split(".");
    const last = names.pop() ?? path;
    let place = values;
    for (const name of names) {
      const next = isNested(place[name]) ? { ...place[name] } : {};
      place[name] = next;
      place = next as Record<string, unknown>;
    }
    place[last] = value;
  }
  return values;
}

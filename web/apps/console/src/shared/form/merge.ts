/** The three states of an edit that met another: as it was read, mine, and theirs. */
export interface ThreeWay<Fields> {
  base: Fields;
  mine: Fields;
  theirs: Fields;
}

export type Side = "mine" | "theirs";

/** The fields that `edited` has otherwise than `base`. */
export function changedFields<Fields extends object>(
  base: Fields,
  edited: Fields,
): (keyof Fields)[] {
  return (Object.keys(base) as (keyof Fields)[]).filter((field) => base[field] !== edited[field]);
}

/** The fields that both changed, and not to the same value: a person must choose. */
export function conflicts<Fields extends object>(three: ThreeWay<Fields>): (keyof Fields)[] {
  const theirs = new Set(changedFields(three.base, three.theirs));
  return changedFields(three.base, three.mine).filter(
    (field) => theirs.has(field) && three.mine[field] !== three.theirs[field],
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

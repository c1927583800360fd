/** The exits of a node: every place in its fields where its schema says that a node is named. */
import { isObject, type SpecNode } from "./flow";
import { type Field, initial, type NodeType, type NodeTypes } from "./schema";

type Step = string | number;
type Path = readonly Step[];

/** One way out. `port` is its path in the node: `next`, `keys.1`, `cases.0.to`. */
export interface Exit {
  readonly port: string;
  readonly path: Path;
  /** The field of the node in which it stands. */
  readonly field: string;
  /** What tells it from others of the field: the key of a map, the place in a list. */
  readonly key: string | null;
  /** "" when it leads nowhere yet. */
  readonly target: string;
  readonly optional: boolean;
}

/** The port that makes a new entry of a map of exits, such as one more key of a menu. */
export const MORE = "+";

function portOf(path: Path): string {
  return path.join(".");
}

function within(field: Field, value: unknown, path: Path, key: string | null): Exit[] {
  const written = value === undefined ? field.preset : value;
  if (field.kind === "ref") return field.ref === "node" ? [exitAt(field, written, path, key)] : [];
  return inner(field, written, key).flatMap(({ part, step, value: each, key: name }) =>
    within(part, each, [...path, step], name),
  );
}

function exitAt(field: Field, written: unknown, path: Path, key: string | null): Exit {
  const target = typeof written === "string" ? written : "";
  const optional = field.nullable || !field.required;
  return { port: portOf(path), path, field: String(path[0]), key, target, optional };
}

interface Inner {
  part: Field;
  step: Step;
  value: unknown;
  key: string | null;
}

/** The values within a value, each with its kind and the step that leads to it. */
function inner(field: Field, written: unknown, key: string | null): Inner[] {
  const { item, parts } = field;
  if (Array.isArray(written)) {
    if (item === null) {
      return parts.map((part, step) => ({ part, step, value: written[step], key }));
    }
    return written.map((value, step) => ({ part: item, step, value, key: `${step + 1}` }));
  }
  if (!isObject(written)) return [];
  if (item === null) {
    return parts.map((part) => ({ part, step: part.name, value: written[part.name], key }));
  }
  return Object.entries(written).map(([step, value]) => ({ part: item, step, value, key: step }));
}

/** All exits of `node` in the order of its schema. A node of an unknown type has none. */
export function exitsOf(type: NodeType | undefined, node: SpecNode): readonly Exit[] {
  if (type === undefined) return [];
  return type.fields.flatMap((field) => within(field, node[field.name], [field.name], null));
}

const cache = new WeakMap<SpecNode, { types: NodeTypes; exits: readonly Exit[] }>();

/** As `exitsOf`; a node that did not change is not read again. */
export function exitsIn(types: NodeTypes, node: SpecNode): readonly Exit[] {
  const known = cache.get(node);
  if (known?.types === types) return known.exits;
  const exits = exitsOf(types.get(node.type), node);
  cache.set(node, { types, exits });
  return exits;
}

/** The fields to which one more exit can be added by drawing: maps from a key to a node. */
export function growing(type: NodeType | undefined): readonly Field[] {
  return (type?.fields ?? []).filter(({ kind, item }) => kind === "map" && item?.ref === "node");
}

/** Rows of ports on a card: its exits, and where it is edited one for each field that takes more. */
export function rowsOf(types: NodeTypes, node: SpecNode, readOnly: boolean): number {
  const more = readOnly ? 0 : growing(types.get(node.type)).length;
  return exitsIn(types, node).length + more;
}

/** The keys of a telephone in the order in which a menu names them. */
const KEY_ORDER = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "*", "#"];

/** The next free key of a map field; null when there is none left, or any text may be one. */
export function freeKey(field: Field, node: SpecNode): string | null {
  const written = node[field.name] ?? field.preset;
  const taken = isObject(written) ? written : {};
  const order = KEY_ORDER.filter((key) => field.keys.includes(key));
  const rest = field.keys.filter((key) => !order.includes(key));
  return [...order, ...rest].find((key) => !Object.hasOwn(taken, key)) ?? null;
}

/** Put `value` at `path`; what is not on the way stays the same object. */
function put(into: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === "number") {
    const list = Array.isArray(into) ? [...into] : [];
    list[step] = put(list[step], rest, value);
    return list;
  }
  const record = isObject(into) ? into : {};
  return { ...record, [step]: put(record[step], rest, value) };
}

/** Lead the exit at `port` to `target`; "" cuts it. A port that is not there changes nothing. */
export function withExit(
  type: NodeType | undefined,
  node: SpecNode,
  port: string,
  target: string,
): SpecNode {
  const exit = exitsOf(type, node).find((each) => each.port === port);
  if (exit !== undefined) return lead(type, node, exit, target);
  const field = growing(type).find(({ name }) => port === `${name}.${MORE}`);
  const key = field && freeKey(field, node);
  return field && key
    ? (put(withPreset(field, node), [field.name, key], target) as SpecNode)
    : node;
}

function lead(type: NodeType | undefined, node: SpecNode, exit: Exit, target: string): SpecNode {
  const field = type?.fields.find(({ name }) => name === exit.field);
  const cut = target === "" && exit.path.length === 1 && field?.nullable === true;
  const from = field === undefined ? node : withPreset(field, node);
  return put(from, exit.path, cut ? null : target) as SpecNode;
}

/** Write the preset of a field out, so that a part of it can be changed. */
function withPreset(field: Field, node: SpecNode): SpecNode {
  const missing = node[field.name] === undefined && isObject(field.preset);
  return missing ? { ...node, [field.name]: field.preset } : node;
}

/** Give every exit of `node` a new target. */
export function mapExits(
  type: NodeType | undefined,
  node: SpecNode,
  target: (before: string) => string,
): SpecNode {
  return exitsOf(type, node).reduce((now, exit) => {
    if (exit.target === "") return now;
    const next = target(exit.target);
    return next === exit.target ? now : withExit(type, now, exit.port, next);
  }, node);
}

/** A new node of `type`: its example, with exits that lead nowhere yet. */
export function newNode(type: NodeType): SpecNode {
  const missing = type.fields.filter(
    ({ name, required }) => required && type.example[name] === undefined,
  );
  const whole = {
    ...type.example,
    ...Object.fromEntries(missing.map((field) => [field.name, initial(field)])),
  };
  return mapExits(type, whole, () => "");
}

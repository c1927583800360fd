/** What a node type is, read from the JSON Schema that the server writes from its Python. */
import { isObject, type SpecNode } from "./flow";

type Json = Readonly<Record<string, unknown>>;

export type RefKind =
  | "node"
  | "prompt"
  | "variable"
  | "expression"
  | "queue"
  | "calendar"
  | "connection"
  | "poll"
  | "knowledge"
  | "flow";

export type FieldKind =
  | "text"
  | "number"
  | "choice"
  | "flag"
  | "ref"
  | "list"
  | "map"
  | "pair"
  | "record"
  | "week"
  | "scalar"
  | "json";

/** One field: what kind of value it holds, and within which bounds. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly nullable: boolean;
  /** What the server takes when the field is not written. */
  readonly preset: unknown;
  readonly ref: RefKind | null;
  readonly pattern: string | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly whole: boolean;
  readonly choices: readonly string[];
  /** The values of a list or of a map. */
  readonly item: Field | null;
  /** The keys of a map; empty when any text may be one. */
  readonly keys: readonly string[];
  /** The fields of a record, the places of a pair. */
  readonly parts: readonly Field[];
}

export interface NodeType {
  readonly type: string;
  /** By purpose: play, choose, record, look_up, agent, control. */
  readonly group: string;
  /** The function of the centre that must be on; "" is always on. */
  readonly needs: string;
  readonly fields: readonly Field[];
  readonly example: SpecNode;
}

export type NodeTypes = ReadonlyMap<string, NodeType>;

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const number = (value: unknown) => (typeof value === "number" ? value : null);
const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);

/** Reads the parts of one schema document. */
class SchemaReader {
  constructor(private readonly definitions: Json) {}

  definition(reference: unknown): Json {
    const name = String(reference).split("/").at(-1) ?? "";
    const found = this.definitions[name];
    return isObject(found) ? found : {};
  }

  fields(schema: Json): Field[] {
    const required = new Set(texts(schema.required));
    const properties = isObject(schema.properties) ? schema.properties : {};
    return Object.entries(properties).map(([name, part]) =>
      this.field(name, isObject(part) ? part : {}, required.has(name)),
    );
  }

  field(name: string, written: Json, required: boolean): Field {
    const { schema, nullable } = this.plain(written);
    const preset = written.default ?? schema.default;
    const base = {
      name,
      required,
      nullable,
      preset: preset === undefined && nullable ? null : preset,
      ref: typeof schema["x-ref"] === "string" ? (schema["x-ref"] as RefKind) : null,
      pattern: typeof schema.pattern === "string" ? schema.pattern : null,
      least: number(schema.minimum),
      most: number(schema.maximum),
      whole: schema.type === "integer",
      choices: texts(schema.enum),
      item: null,
      keys: [],
      parts: [],
    } satisfies Omit<Field, "kind">;
    return { ...base, ...this.shape(schema, base.ref) };
  }

  /** Look through `$ref` and through "this or null". */
  private plain(written: Json): { schema: Json; nullable: boolean } {
    if (written.$ref !== undefined) {
      return this.plain({ ...this.definition(written.$ref), ...withoutRef(written) });
    }
    const choices = (written.anyOf ?? written.oneOf) as Json[] | undefined;
    if (choices === undefined) return { schema: written, nullable: false };
    const real = choices.filter((choice) => choice.type !== "null");
    const nullable = real.length < choices.length;
    const [only] = real;
    if (real.length !== 1 || only === undefined) return { schema: written, nullable };
    return { schema: this.plain(only).schema, nullable };
  }

  private shape(schema: Json, ref: RefKind | null): Pick<Field, "kind"> & Partial<Field> {
    if (ref !== null) return { kind: "ref" };
    if (Array.isArray(schema.enum)) return { kind: "choice" };
    if (isScalar(schema)) return { kind: "scalar" };
    switch (schema.type) {
      case "string":
        return { kind: "text" };
      case "integer":
      case "number":
        return { kind: "number" };
      case "boolean":
        return { kind: "flag" };
      case "array":
        return this.array(schema);
      case "object":
        return this.object(schema);
      default:
        return { kind: "json" };
    }
  }

  private array(schema: Json): Pick<Field, "kind"> & Partial<Field> {
    if (Array.isArray(schema.prefixItems)) {
      const places = schema.prefixItems as Json[];
      return {
        kind: "pair",
        parts: places.map((part, index) => this.field(String(index), part, true)),
      };
    }
    if (!isObject(schema.items)) return { kind: "json" };
    return { kind: "list", item: this.field("item", schema.items, true) };
  }

  private object(schema: Json): Pick<Field, "kind"> & Partial<Field> {
    if (isObject(schema.properties)) return { kind: "record", parts: this.fields(schema) };
    const values = valuesOf(schema);
    if (values === null) return { kind: "json" };
    const names = isObject(schema.propertyNames) ? schema.propertyNames : {};
    const keys = texts(this.plain(names).schema.enum);
    const item = this.field("item", values, true);
    const week = keys.length === 7 && keys.every((key) => DAYS.includes(key));
    return { kind: week && item.item?.kind === "pair" ? "week" : "map", item, keys };
  }
}

/** A map says of its values `additionalProperties`, or `patternProperties` when keys have a form. */
function valuesOf(schema: Json): Json | null {
  if (isObject(schema.additionalProperties)) return schema.additionalProperties;
  const [only] = isObject(schema.patternProperties) ? Object.values(schema.patternProperties) : [];
  return isObject(only) ? only : null;
}

const SCALARS = ["string", "integer", "number", "boolean", "null"];

/** Whether any text, number or truth value is taken. */
function isScalar(schema: Json): boolean {
  const choices = schema.anyOf;
  return (
    Array.isArray(choices) && choices.every((each) => SCALARS.includes(String((each as Json).type)))
  );
}

function withoutRef({ $ref, ...rest }: Json): Json {
  return rest;
}

function nodeType(reader: SchemaReader, schema: Json): NodeType[] {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const type = isObject(properties.type) ? properties.type.const : undefined;
  if (typeof type !== "string") return [];
  const [example] = Array.isArray(schema.examples) ? schema.examples : [];
  return [
    {
      type,
      group: String(schema["x-group"] ?? "control"),
      needs: String(schema["x-function"] ?? ""),
      fields: reader.fields(schema).filter(({ name }) => name !== "type"),
      example: { ...(isObject(example) ? example : {}), type },
    },
  ];
}

/** Every node type of the schema document, in its order. */
export function readNodeTypes(document: unknown): NodeTypes {
  const definitions = isObject(document) && isObject(document.$defs) ? document.$defs : {};
  const reader = new SchemaReader(definitions);
  const types = Object.values(definitions).flatMap((schema) =>
    isObject(schema) ? nodeType(reader, schema) : [],
  );
  return new Map(types.map((each) => [each.type, each]));
}

/** The value with which a required field begins. */
export function initial(field: Field): unknown {
  if (field.preset !== undefined) return field.preset;
  switch (field.kind) {
    case "number":
      return field.least ?? 0;
    case "flag":
      return false;
    case "choice":
      return field.choices[0] ?? "";
    case "list":
      return [];
    case "pair":
      return field.parts.map(initial);
    case "map":
    case "week":
      return {};
    case "record":
      return Object.fromEntries(
        field.parts.filter((part) => part.required).map((part) => [part.name, initial(part)]),
      );
    case "json":
      return null;
    default:
      return "";
  }
}

/** Every field of a write schema, each once: one more or one less does not compile. */
export type WriteKeys<Write> = { readonly [Key in keyof Write]-?: true };

/**
 * What the API takes back of something that was read: the fields of the write schema and no other.
 *
 * The API refuses a body with a field that it does not know. Leaving out what is only read, by
 * name, sends every field that the read schema gets later; so what is written is named instead.
 */
export function writeShape<Write, Row extends object>(
  keys: WriteKeys<Write>,
  row: Row,
): Pick<Row, keyof Row & keyof Write> {
  const pairs = Object.entries(row).filter(([key]) => Object.hasOwn(keys, key));
  return Object.fromEntries(pairs) as Pick<Row, keyof Row & keyof Write>;
}
